// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/EventPicker.h"

#include "app/catalog/EventCatalog.h"
#include "app/catalog/WarehouseNames.h"
#include "app/exports/PlainText.h"
#include "ui/setup/ChoiceRow.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestPaste = 10'000;
constexpr int kNameWidth = 150;
constexpr int kAll = 0;
constexpr int kSome = 1;
} // namespace

EventPicker::EventPicker(QWidget *parent)
    : QWidget(parent)
    , m_choice(new ChoiceRow(QStringLiteral("events"), this))
    , m_field(new QLineEdit(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_remarks(new ToneLabel(Tone::Warning, this))
    , m_pasteButton(new QPushButton(tr("Paste a list…"), this))
    , m_paste(new QLineEdit(this))
{
    m_list = makeList();
    m_choice->setAccessibleName(tr("Events that Pushwoosh exports"));
    m_choice->add(QStringLiteral("all"), tr("All events (field left blank)"));
    m_choice->add(QStringLiteral("some"), tr("These events"));
    m_choice->addAtEnd(m_pasteButton);
    m_pasteButton->setObjectName(QStringLiteral("openPasteEvents"));
    m_pasteButton->setCheckable(true);
    m_pasteButton->setToolTip(tr("Take over what stands in Pushwoosh's Events field"));
    m_paste->setObjectName(QStringLiteral("pasteEvents"));
    m_paste->setAccessibleName(tr("Paste a list of events"));
    m_paste->setPlaceholderText(tr("Paste a list from Pushwoosh's field to take it over…"));
    m_paste->setMaxLength(kLongestPaste);
    m_paste->hide();
    m_remarks->setObjectName(QStringLiteral("selectionRemarks"));
    m_remarks->setWordWrap(true);
    m_remarks->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_choice);
    column->addSpacing(2);
    column->addWidget(m_paste);
    column->addWidget(m_remarks);
    column->addWidget(m_list);
    column->addSpacing(6);
    column->addWidget(makeField());
    connect(m_choice, &ChoiceRow::changed, this, &EventPicker::update);
    connect(m_pasteButton, &QPushButton::toggled, this, [this](bool open) {
        m_paste->setVisible(open);
        (open ? static_cast<QWidget *>(m_paste) : m_pasteButton)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_paste, &QLineEdit::returnPressed, this, &EventPicker::pasted);
    connect(m_paste, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u',') || EventCatalog::find(text.trimmed())) {
            pasted();
        }
    });
    update();
}

bool EventPicker::isAll() const
{
    return m_choice->current() == kAll;
}

void EventPicker::focusFirst()
{
    m_choice->focusCurrent();
}

QWidget *EventPicker::makeList()
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    m_rows = new QVBoxLayout(card);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    for (const CatalogEvent &event : EventCatalog::events()) {
        addRow(m_rows, event.name, event.meaning.isEmpty() ? event.description : event.meaning,
               WarehouseNames::table(event.name), EventWords::eventIcon(event.name));
    }
    return card;
}

void EventPicker::addRow(QVBoxLayout *rows, const QString &name, const QString &text, const QString &table,
                         const QString &icon)
{
    auto *row = new QFrame(this);
    row->setObjectName(m_boxes.isEmpty() ? QStringLiteral("firstRow") : QStringLiteral("row"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 7, 12, 7);
    line->setSpacing(10);
    auto *box = new QCheckBox(plainText(name), row);
    box->setObjectName(QStringLiteral("event-") + table);
    box->setProperty("event", name);
    QFont bold = box->font();
    bold.setBold(true);
    box->setFont(bold);
    box->setMinimumWidth(kNameWidth);
    box->setToolTip(text.toHtmlEscaped());
    box->setAccessibleDescription(text);
    auto *sign = new IconLabel(16, row);
    sign->setIcon(icon, Tone::Muted);
    auto *meaning = new ElidedLabel(Tone::Muted, row);
    meaning->setFullText(text);
    auto *tableName = new ToneLabel(table, Tone::Muted, row);
    tableName->setToolTip(tr("Its table in the warehouse"));
    line->addWidget(sign);
    line->addWidget(box);
    line->addWidget(meaning, 1);
    line->addWidget(tableName);
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
    auto *truth = new ToneLabel(tr("Push Delivered below Push Sent is normal: it counts what devices confirmed, and is an "
                                   "estimate."),
                                Tone::Muted, part);
    truth->setWordWrap(true);
    column->addWidget(truth);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_field->text()); });
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
        Q_EMIT changed();
    }
    m_remarks->setText(sentences.join(u'\n'));
    m_remarks->setVisible(!sentences.isEmpty());
}

void EventPicker::setSelection(const Selection &selection)
{
    setSelection(selection, selection.names());
}

void EventPicker::setSelection(const Selection &selection, const QStringList &list)
{
    const auto known = [this](const QString &name) {
        return std::any_of(m_boxes.begin(), m_boxes.end(),
                           [&](const QCheckBox *box) { return box->property("event").toString() == name; });
    };
    for (const QString &name : list) {
        if (!known(name)) {
            addRow(m_rows, name, tr("Added by hand; not one of the seven of the source page"),
                   WarehouseNames::table(name), EventWords::eventIcon(name));
        }
    }
    for (QCheckBox *box : std::as_const(m_boxes)) {
        const QSignalBlocker blocker(box);
        box->setChecked(list.contains(box->property("event").toString()));
    }
    m_setting = true;
    m_choice->setCurrent(selection.isAll() ? kAll : kSome);
    m_setting = false;
    m_remarks->hide();
    update();
}

Selection EventPicker::selection() const
{
    return isAll() ? Selection::all() : Selection::list(ticked());
}

QStringList EventPicker::ticked() const
{
    QStringList names;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked()) {
            names.append(box->property("event").toString());
        }
    }
    return names;
}

void EventPicker::update()
{
    if (m_setting) {
        return;
    }
    m_list->setEnabled(!isAll());
    const Selection current = selection();
    m_field->setText(current.fieldText());
    m_field->setCursorPosition(0);
    m_copy->setEnabled(current.isValid() && !current.isAll());
    if (!current.isValid()) {
        m_remarks->setText(tr("Choose at least one event: an empty list is not the same as all events."));
        m_remarks->show();
    } else if (sender() != nullptr && sender() != m_paste) {
        m_remarks->hide();
    }
    Q_EMIT changed(); // NOLINT(readability-misleading-indentation): of no branch
}

} // namespace segue
