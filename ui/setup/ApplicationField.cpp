// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplicationField.h"

#include "app/connections/Connection.h"
#include "ui/widgets/Labels.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestCode = 100;
}

ApplicationField::ApplicationField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_remark(new ToneLabel(Tone::Warning, this))
{
    setFocusProxy(m_edit);
    const QString text = tr("Pushwoosh application code (may be left blank)");
    auto *label = new ToneLabel(text, Tone::Muted, this);
    label->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("connectionApplication"));
    m_edit->setAccessibleName(text);
    m_edit->setMaxLength(kLongestCode);
    m_edit->setPlaceholderText(QStringLiteral("1A2B3-C4D5E"));
    m_remark->setObjectName(QStringLiteral("applicationRemark"));
    m_remark->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(label);
    column->addWidget(m_edit);
    column->addWidget(m_remark);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        remark();
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &ApplicationField::returnPressed);
    remark();
}

QString ApplicationField::text() const
{
    return m_edit->text();
}

void ApplicationField::setText(const QString &text)
{
    m_edit->setText(text);
}

void ApplicationField::remark()
{
    const QString odd = readApplicationCode(m_edit->text()).remark;
    m_remark->setText(odd);
    m_remark->setVisible(!odd.isEmpty());
}

} // namespace segue
