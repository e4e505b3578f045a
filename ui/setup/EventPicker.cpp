// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/EventPicker.h"

#include "app/catalog/EventCatalog.h"
#include "app/catalog/WarehouseNames.h"
#include "app/exports/PlainText.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestPaste = 10'000;
}

EventPicker::EventPicker(QWidget *parent)
    : QWidget(parent)
    , m_all(new QRadioButton(tr("All events (field left blank)"), this))
    , m_some(new QRadioButton(tr("These events"), this))
    , m_field(new QLineEdit(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_remarks(new ToneLabel(Tone::Warning, this))
    , m_paste(new QLineEdit(this))
{
    m_list = makeList();
    m_all->setObjectName(QStringLiteral("allEvents"));
    m_some->setObjectName(QStringLiteral("theseEvents"));
    auto *choice = new QHBoxLayout;
    choice->setSpacing(18);
    choice->addWidget(m_all);
    choice->addWidget(m_some);
    choice->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(choice);
    column->addWidget(m_list);
    column->addWidget(makeField());
    m_all->setChecked(true);
    connect(m_all, &QRadioButton::toggled, this, &EventPicker::update);
    update();
}

QWidget *EventPicker::makeList()
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    m_rows = new QVBoxLayout(card);
    m_rows->setContentsMargins(10, 6, 10, 6);
    m_rows->setSpacing(2);
    for (const CatalogEvent &event : EventCatalog::events()) {
        addRow(m_rows, event.name, event.meaning.isEmpty() ? event.description : event.meaning,
               WarehouseNames::table(event.name), EventWords::eventIcon(event.name));
    }
    return card;
}

void EventPicker::addRow(QVBoxLayout *rows, const QString &name, const QString &text, const QString &table,
                         const QString &icon)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(8);
    auto *box = new QCheckBox(plainText(name), row);
    box->setObjectName(QStringLiteral("event-") + table);
    box->setProperty("event", name);
    QFont bold = box->font();
    bold.setBold(true);
    box->setFont(bold);
    box->setMinimumWidth(150);
    box->setToolTip(text.toHtmlEscaped());
    auto *sign = new IconLabel(16, row);
    sign->setIcon(icon, Tone::Muted);
    auto *meaning = new ElidedLabel(Tone::Muted, row);
    meaning->setFullText(text);
    auto *name2 = new ToneLabel(table, Tone::Muted, row);
    line->addWidget(sign);
    line->addWidget(box);
    line->addWidget(meaning, 1);
    line->addWidget(name2);
    rows->addWidget(row);
    m_boxes.append(box);
    connect(box, &QCheckBox::toggled, this, &EventPicker::update);
}

QWidget *EventPicker::makeField()
{
    auto *part = new QWidget(this);
    m_field->setObjectName(QStringLiteral("eventsFieldText"));
    m_field->setReadOnly(true);
    m_field->setPlaceholderText(tr("(left blank: all events)"));
    m_copy->setObjectName(QStringLiteral("copyEventsField"));
    m_copy->setAccessibleName(tr("Copy the text for the Events field"));
    m_remarks->setObjectName(QStringLiteral("selectionRemarks"));
    m_remarks->setWordWrap(true);
    m_paste->setObjectName(QStringLiteral("pasteEvents"));
    m_paste->setAccessibleName(tr("Paste a list of events"));
    m_paste->setPlaceholderText(tr("Paste a list from Pushwoosh's field to take it over…"));
    m_paste->setMaxLength(kLongestPaste);
    auto *label = new ToneLabel(tr("Text for the Events field in Pushwoosh"), Tone::Muted, part);
    label->setBuddy(m_field);
    m_field->setAccessibleName(label->text());
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_field, 1);
    line->addWidget(m_copy);
    auto *hint = new ToneLabel(tr("Separated by commas, without blanks: how Pushwoosh treats blanks is not documented."),
                               Tone::Muted, part);
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(label);
    column->addLayout(line);
    column->addWidget(hint);
    column->addWidget(m_paste);
    column->addWidget(m_remarks);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_field->text()); });
    connect(m_paste, &QLineEdit::returnPressed, this, &EventPicker::pasted);
    connect(m_paste, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u',') || EventCatalog::find(text.trimmed())) {
            pasted();
        }
    });
    return part;
}

void EventPicker::pasted()
{
    const ParsedSelection parsed = parseSelection(m_paste->text(), UnknownNames::LeaveOut);
    QStringList sentences;
    for (const SelectionRemark &remark : parsed.remarks) {
        sentences.append(plainText(remark.sentence));
    }
    if (!parsed.selection.isValid()) {
        sentences.append(tr("No known event stands in it; nothing was taken over."));
    } else {
        setSelection(parsed.selection);
    }
    m_remarks->setText(sentences.join(u'\n'));
    m_remarks->setVisible(!sentences.isEmpty());
}

void EventPicker::setSelection(const Selection &selection)
{
    if (!selection.isAll()) {
        for (const QString &name : selection.names()) {
            const bool known = std::any_of(m_boxes.begin(), m_boxes.end(), [&](const QCheckBox *box) {
                return box->property("event").toString() == name;
            });
            if (!known) {
                addRow(m_rows, name, tr("Added by hand; not one of the seven of the source page"),
                       WarehouseNames::table(name), EventWords::eventIcon(name));
            }
        }
    }
    for (QCheckBox *box : std::as_const(m_boxes)) {
        const QSignalBlocker blocker(box);
        box->setChecked(selection.contains(box->property("event").toString()));
    }
    (selection.isAll() ? m_all : m_some)->setChecked(true);
    m_remarks->hide();
    update();
}

Selection EventPicker::selection() const
{
    if (m_all->isChecked()) {
        return Selection::all();
    }
    QStringList names;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked()) {
            names.append(box->property("event").toString());
        }
    }
    return Selection::list(names);
}

void EventPicker::update()
{
    m_list->setEnabled(m_some->isChecked());
    const Selection current = selection();
    m_field->setText(current.fieldText());
    m_copy->setEnabled(current.isValid() && !current.isAll());
    if (!current.isValid()) {
        m_remarks->setText(tr("Choose at least one event: an empty list is not the same as all events."));
        m_remarks->show();
    } else if (sender() != nullptr && sender() != m_paste) {
        m_remarks->hide();
    }
    Q_EMIT changed();
}

} // namespace segue
