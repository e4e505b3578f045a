// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/JsonPage.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/FindBar.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/JsonView.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace segue {

JsonPage::JsonPage(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_introduction(new ToneLabel(Tone::Muted, this))
    , m_fault(new ToneLabel(Tone::Warning, this))
    , m_view(new JsonView(this))
    , m_find(new FindBar(*m_view, this))
    , m_place(new ElidedLabel(Tone::Muted, this))
    , m_copy(makeActions())
{
    for (ToneLabel *label : {m_introduction, m_fault}) {
        label->setWordWrap(true);
        label->setContentsMargins(6, 2, 6, 6);
    }
    m_introduction->setObjectName(QStringLiteral("jsonIntroduction"));
    m_introduction->hide();
    m_fault->setObjectName(QStringLiteral("jsonFault"));
    m_view->setAccessibleName(name);
    m_place->setObjectName(QStringLiteral("jsonPlace"));

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(6, 2, 0, 4);
    foot->addWidget(m_place, 1);
    foot->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_introduction);
    column->addWidget(m_fault);
    column->addWidget(m_view, 1);
    column->addWidget(m_find);
    column->addLayout(foot);
    connect(m_view, &JsonView::placeChanged, this, &JsonPage::tellPlace);
    connect(m_view, &JsonView::findRequested, m_find, &FindBar::open);
}

QToolButton *JsonPage::makeActions()
{
    auto *actions = new QToolButton(this);
    actions->setObjectName(QStringLiteral("jsonActions"));
    actions->setIcon(Icons::get(QStringLiteral("copy"), Tone::Muted));
    actions->setAutoRaise(true);
    actions->setPopupMode(QToolButton::InstantPopup);
    actions->setAccessibleName(tr("Copy, fold, find"));
    actions->setToolTip(tr("Copy what stands under the cursor, fold, find"));
    auto *menu = new QMenu(actions);
    menu->addAction(tr("Copy value"), m_view, &JsonView::copyValue);
    menu->addAction(tr("Copy path"), m_view, &JsonView::copyPath);
    menu->addSeparator();
    menu->addAction(tr("Fold all"), m_view, &JsonView::foldAll);
    menu->addAction(tr("Unfold all"), m_view, &JsonView::unfoldAll);
    menu->addSeparator();
    menu->addAction(tr("Find…"), m_find, &FindBar::open);
    actions->setMenu(menu);
    return actions;
}

void JsonPage::show(const ShownJson &json)
{
    m_storedBytes = json.storedBytes;
    m_view->setJson(json.bytes);
    tellFault(json);
    tellPlace();
}

void JsonPage::setIntroduction(const QString &text)
{
    m_introduction->setText(text);
    m_introduction->setVisible(!text.isEmpty());
}

void JsonPage::find()
{
    m_find->open();
}

void JsonPage::tellFault(const ShownJson &json)
{
    const std::optional<JsonFault> &fault = m_view->json().fault();
    m_fault->setVisible(json.withheld || fault);
    m_view->setVisible(!json.withheld);
    if (json.withheld) {
        m_fault->setText(
            tr("This is no JSON, or too large to be looked through at once, so Segue cannot tell where an identity "
               "stands in it. It is not shown while identities are hidden."));
    } else if (fault) {
        QString text = tr("This is no JSON: %1. The bytes are shown as they are.").arg(jsonFaultText(*fault));
        if (fault->offset > 0) {
            text += u' ' + tr("The reading ended near byte %1 of %2.")
                               .arg(QLocale().toString(fault->offset), QLocale().toString(json.storedBytes));
        }
        m_fault->setText(text);
    }
}

void JsonPage::tellPlace()
{
    const JsonText &json = m_view->json();
    const int line = m_view->currentLine();
    m_copy->setEnabled(json.isJson());
    const QString path = json.path(line);
    QStringList parts;
    if (!path.isEmpty()) {
        parts.append(plainText(path));
    }
    if (json.members(line) > 0) {
        parts.append(json.isArray(line) ? tr("%n item(s)", nullptr, json.members(line))
                                        : tr("%n member(s)", nullptr, json.members(line)));
    }
    if (m_view->isFolded(line)) {
        parts.append(tr("folded", "a part of the JSON text"));
    }
    if (path.isEmpty() && json.isJson()) {
        parts.append(tr("%1 bytes").arg(QLocale().toString(m_storedBytes)));
    }
    m_place->setFullText(parts.join(QStringLiteral(" · ")));
}

} // namespace segue
