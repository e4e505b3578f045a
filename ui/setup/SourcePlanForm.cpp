// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SourcePlanForm.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr int kLongestName = 100;
constexpr int kLongestValue = 1'000;
constexpr qsizetype kLongestShown = 60;
constexpr qsizetype kLongestDescription = 400;
constexpr qsizetype kMostOptions = 20;

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

bool isYesOrNo(const CatalogOption &option)
{
    return option.type.toLower() == QStringLiteral("boolean") || option.type.toLower() == QStringLiteral("checkbox");
}

bool isNumber(const CatalogOption &option)
{
    return option.type.toLower() == QStringLiteral("number") || option.type.toLower() == QStringLiteral("integer");
}

} // namespace

SourcePlanForm::SourcePlanForm(QWidget *parent)
    : QWidget(parent)
    , m_fields(new QFormLayout)
    , m_name(new QLineEdit(this))
    , m_slug(new QLineEdit(this))
    , m_enabled(new QCheckBox(tr("Switched on"), this))
    , m_label(new QCheckBox(this))
    , m_heading(new ToneLabel(tr("This will be done in Segment"), Tone::Plain, this))
    , m_sentences(new ToneLabel(Tone::Plain, this))
    , m_fault(new ToneLabel(Tone::Warning, this))
    , m_make(new QPushButton(tr("Make this source in Segment"), this))
{
    m_name->setObjectName(QStringLiteral("sourceName"));
    m_name->setAccessibleName(tr("Name of the source in Segment"));
    m_name->setMaxLength(kLongestName);
    m_slug->setObjectName(QStringLiteral("sourceSlug"));
    m_slug->setAccessibleName(tr("Slug of the source in Segment"));
    m_slug->setToolTip(tr("How Segment's own addresses call the source"));
    m_slug->setMaxLength(kLongestName);
    m_enabled->setObjectName(QStringLiteral("sourceEnabled"));
    m_label->setObjectName(QStringLiteral("sourceLabel"));
    m_heading->setScale(1.0, true);
    m_sentences->setObjectName(QStringLiteral("planSentences"));
    m_sentences->setWordWrap(true);
    m_fault->setObjectName(QStringLiteral("planFault"));
    m_fault->setWordWrap(true);
    m_make->setObjectName(QStringLiteral("makeSource"));

    m_fields->setHorizontalSpacing(14);
    m_fields->setVerticalSpacing(6);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->addRow(tr("Name"), m_name);
    m_fields->addRow(tr("Slug"), m_slug);
    m_fields->addRow(QString(), m_enabled);
    m_fields->addRow(QString(), m_label);
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 10, 14, 12);
    inside->setSpacing(6);
    inside->addWidget(m_heading);
    inside->addWidget(m_sentences);
    inside->addWidget(m_fault);
    inside->addWidget(m_make, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(m_fields);
    column->addWidget(card);

    connect(m_name, &QLineEdit::textEdited, this, &SourcePlanForm::nameEdited);
    connect(m_slug, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_slugTyped = !text.isEmpty();
        refresh();
    });
    connect(m_enabled, &QCheckBox::toggled, this, &SourcePlanForm::refresh);
    connect(m_label, &QCheckBox::toggled, this, &SourcePlanForm::refresh);
    connect(m_make, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(plan()); });
}

void SourcePlanForm::show(const SourcePlan &plan)
{
    m_plan = plan;
    m_slugTyped = false;
    clearOptions();
    m_name->setText(plan.name);
    m_slug->setText(plan.slug);
    m_enabled->setChecked(plan.enabled);
    m_label->setVisible(plan.label.has_value());
    m_label->setChecked(plan.label.has_value());
    if (plan.label) {
        m_label->setText(tr("With the label %1").arg(plan.label->key + u':' + plan.label->value));
    }
    const QList<CatalogOption> options = plan.kind.options.mid(0, kMostOptions);
    for (const CatalogOption &option : options) {
        if (SourcePlan::hasField(option)) {
            addOption(option);
        }
    }
    refresh();
}

void SourcePlanForm::setTaken(const QStringList &slugs)
{
    m_plan.takenSlugs = slugs;
    if (slugs.contains(m_slug->text(), Qt::CaseInsensitive)) {
        m_slug->setText(SourcePlan::freeSlug(m_slug->text(), slugs));
    }
    refresh();
}

void SourcePlanForm::clearOptions()
{
    for (const Option &option : std::as_const(m_options)) {
        m_fields->removeRow(option.edit != nullptr ? static_cast<QWidget *>(option.edit) : option.box);
    }
    m_options.clear();
}

void SourcePlanForm::addOption(const CatalogOption &option)
{
    Option field{option, nullptr, nullptr};
    const QString label = plainTextCut(option.label.isEmpty() ? option.name : option.label, kLongestShown);
    QWidget *widget = nullptr;
    if (isYesOrNo(option)) {
        field.box = new QCheckBox(QString(label).replace(u'&', QStringLiteral("&&")), this);
        field.box->setChecked(option.defaultValue.toBool());
        connect(field.box, &QCheckBox::toggled, this, &SourcePlanForm::refresh);
        widget = field.box;
        m_fields->addRow(QString(), widget);
    } else {
        field.edit = new QLineEdit(textOf(option.defaultValue), this);
        field.edit->setMaxLength(kLongestValue);
        if (SourcePlan::isPassword(option)) {
            field.edit->setEchoMode(QLineEdit::Password);
            field.edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                            Qt::ImhNoAutoUppercase);
        }
        connect(field.edit, &QLineEdit::textEdited, this, &SourcePlanForm::refresh);
        widget = field.edit;
        auto *name = new ToneLabel(label, Tone::Plain, this);
        m_fields->addRow(name, widget);
    }
    widget->setObjectName(QStringLiteral("sourceOption-") + option.name);
    widget->setAccessibleName(tr("Setting %1").arg(label));
    widget->setToolTip(plainTextCut(option.description, kLongestDescription).toHtmlEscaped());
    const Option *before = m_options.isEmpty() ? nullptr : &m_options.constLast();
    QWidget *last = before == nullptr         ? static_cast<QWidget *>(m_label)
                    : before->edit != nullptr ? static_cast<QWidget *>(before->edit)
                                              : before->box;
    setTabOrder(last, widget);
    m_options.append(field);
}

QJsonValue SourcePlanForm::valueOf(const Option &option)
{
    if (option.box != nullptr) {
        return option.box->isChecked();
    }
    const QString text = option.edit->text().trimmed();
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && isNumber(option.option) ? QJsonValue(number) : QJsonValue(text);
}

SourcePlan SourcePlanForm::plan() const
{
    SourcePlan plan = m_plan;
    plan.name = m_name->text().trimmed();
    plan.slug = m_slug->text().trimmed();
    plan.enabled = m_enabled->isChecked();
    if (!m_label->isChecked()) {
        plan.label.reset();
    }
    for (const Option &option : m_options) {
        const QJsonValue value = valueOf(option);
        const bool isDefault = option.box != nullptr ? value.toBool() == option.option.defaultValue.toBool()
                                                     : textOf(value) == textOf(option.option.defaultValue);
        if (!isDefault) {
            plan.settings.insert(option.option.name, value);
        }
    }
    return plan;
}

void SourcePlanForm::nameEdited()
{
    if (!m_slugTyped) {
        m_slug->setText(SourcePlan::freeSlug(SourcePlan::slugOf(m_name->text()), m_plan.takenSlugs));
    }
    refresh();
}

void SourcePlanForm::refresh()
{
    const SourcePlan current = plan();
    const QString fault = current.fault();
    QString text;
    const QStringList sentences = current.sentences();
    for (const QString &sentence : sentences) {
        text += (text.isEmpty() ? QStringLiteral("•  ") : QStringLiteral("\n•  ")) + sentence;
    }
    m_sentences->setText(text);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_make->setEnabled(fault.isEmpty() && !m_busy);
}

void SourcePlanForm::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_slug, m_enabled, m_label}) {
        field->setEnabled(!busy);
    }
    for (const Option &option : std::as_const(m_options)) {
        (option.edit != nullptr ? static_cast<QWidget *>(option.edit) : option.box)->setEnabled(!busy);
    }
    refresh();
}

void SourcePlanForm::focusFirst()
{
    (m_make->isEnabled() ? static_cast<QWidget *>(m_make) : m_name)->setFocus(Qt::OtherFocusReason);
}

} // namespace segue
