// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsCard.h"

#include "ui/widgets/Labels.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace segue {

namespace {
constexpr int kNumberWidth = 160;
constexpr int kLabelWidth = 230;
constexpr int kIndent = 22; // a check box's text begins there

//! The page scrolls under the mouse; a number that is passed over stays as it is. One that does not fit goes back to
//! the one before, which is told.
class NumberBox : public QSpinBox
{
public:
    NumberBox(QWidget *parent, std::function<void(const QSpinBox *)> refused)
        : QSpinBox(parent)
        , m_refused(std::move(refused))
    {
        setFocusPolicy(Qt::StrongFocus);
    }

    void fixup(QString &typed) const override
    {
        m_refused(this);
        QSpinBox::fixup(typed);
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }

private:
    std::function<void(const QSpinBox *)> m_refused;
};

} // namespace

SettingsCard::SettingsCard(const QString &name, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout)
    , m_defaults(new QPushButton(tr("Use the defaults"), this))
    , m_message(new ToneLabel(Tone::Warning, this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(title);
    auto *heading = new ToneLabel(title, Tone::Plain, this);
    heading->setScale(1.08, true);
    m_defaults->setObjectName(name + QStringLiteral("Defaults"));
    m_defaults->setProperty("link", true);
    m_defaults->setAccessibleName(tr("Use the defaults: %1", "title of a group of settings").arg(title));
    m_message->setObjectName(name + QStringLiteral("Message"));
    m_message->setWordWrap(true);
    m_message->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(m_defaults);
    m_column->setSpacing(4);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(14, 10, 14, 12);
    whole->setSpacing(8);
    whole->addLayout(head);
    whole->addLayout(m_column);
    whole->addWidget(m_message);
    connect(m_defaults, &QPushButton::clicked, this, [this] {
        say({}, Tone::Muted);
        useDefaults();
    });
}

void SettingsCard::hideDefaults()
{
    m_defaults->hide();
}

ToneLabel *SettingsCard::addText(const QString &text)
{
    auto *label = new ToneLabel(text, Tone::Muted, this);
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

void SettingsCard::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

void SettingsCard::addWhy(QWidget *field, const QString &why)
{
    field->setAccessibleDescription(why);
    if (why.isEmpty()) {
        return;
    }
    auto *label = new ToneLabel(why, Tone::Muted, this);
    label->setWordWrap(true);
    label->setContentsMargins(qobject_cast<QCheckBox *>(field) != nullptr ? kIndent : 0, 0, 0, 6);
    m_column->addWidget(label);
    m_whys.insert(field, label);
}

QCheckBox *SettingsCard::addSwitch(const QString &name, const QString &text, const QString &why)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    m_column->addWidget(box);
    addWhy(box, why);
    connect(box, &QCheckBox::toggled, this, &SettingsCard::edited);
    return box;
}

QSpinBox *SettingsCard::addNumber(const Number &number)
{
    auto *label = new ToneLabel(number.label, Tone::Plain, this);
    label->setWordWrap(true);
    label->setFixedWidth(kLabelWidth);
    auto *box = new NumberBox(this, [this](const QSpinBox *refused) { sayRange(refused); });
    box->setObjectName(number.name);
    box->setAccessibleName(number.label);
    box->setRange(number.least, number.most);
    box->setSuffix(number.unit.isEmpty() ? QString() : u' ' + number.unit);
    box->setSpecialValueText(number.zero);
    box->setFixedWidth(kNumberWidth);
    box->setGroupSeparatorShown(number.most > 65'535); // not in a port
    box->setKeyboardTracking(false);                   // half a number is nobody's wish
    label->setBuddy(box);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(label);
    row->addWidget(box);
    row->addStretch(1);
    m_column->addLayout(row);
    addWhy(box, number.why);
    connect(box, &QSpinBox::valueChanged, this, &SettingsCard::edited);
    return box;
}

QLineEdit *SettingsCard::addLine(const QString &name, const QString &label, const QString &placeholder,
                                 const QString &why)
{
    auto *title = new ToneLabel(label, Tone::Plain, this);
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setPlaceholderText(placeholder);
    line->setMaxLength(2'000);
    title->setBuddy(line);
    m_column->addWidget(title);
    m_column->addWidget(line);
    addWhy(line, why);
    connect(line, &QLineEdit::editingFinished, this, &SettingsCard::edited);
    return line;
}

void SettingsCard::edited()
{
    if (!m_filling) {
        save();
    }
}

void SettingsCard::fill(const std::function<void()> &set)
{
    m_filling = true;
    set();
    m_filling = false;
}

void SettingsCard::sayRange(const QSpinBox *box)
{
    const QString typed = box->cleanText();
    if (typed.isEmpty()) {
        return;
    }
    const QLocale locale;
    const auto number = [&](int value) {
        return box->isGroupSeparatorShown() ? locale.toString(value) : QString::number(value);
    };
    say(tr("“%1” does not fit here: from %2 to %3. It stays %4.")
            .arg(typed, number(box->minimum()), number(box->maximum()), number(box->value())),
        Tone::Warning, box);
}

void SettingsCard::say(const QString &text, Tone tone, const QWidget *field)
{
    if (!text.isEmpty()) {
        QWidget *const above = m_whys.value(field);
        layout()->removeWidget(m_message);
        m_column->removeWidget(m_message);
        if (above != nullptr) {
            m_column->insertWidget(m_column->indexOf(above) + 1, m_message);
        } else {
            static_cast<QBoxLayout *>(layout())->addWidget(m_message);
        }
    }
    const bool isNew = !text.isEmpty() && text != m_message->text();
    m_message->setTone(tone);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    if (isNew) {
        QAccessibleEvent heard(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&heard);
    }
}

void SettingsCard::setWrong(QWidget *field, bool wrong)
{
    if (field->property("wrong").toBool() != wrong) {
        field->setProperty("wrong", wrong);
        field->style()->unpolish(field);
        field->style()->polish(field);
    }
}

} // namespace segue
