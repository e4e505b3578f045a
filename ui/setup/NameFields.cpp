// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/NameFields.h"

#include "app/AppContext.h"
#include "app/catalog/WarehouseNames.h"
#include "ui/setup/ChoiceRow.h"
#include "ui/widgets/Labels.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestName = 100;
constexpr int kLongestAddress = 2'000;
const QList<Environment> kEnvironments{Environment::Dev, Environment::Staging, Environment::Prod};
} // namespace

NameFields::NameFields(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_environment(new ChoiceRow(QStringLiteral("environment"), this))
    , m_name(new QLineEdit(this))
    , m_schema(new ToneLabel(Tone::Muted, this))
    , m_region(new ChoiceRow(QStringLiteral("region"), this))
    , m_endpoint(new QLineEdit(this))
    , m_regionRemark(new ToneLabel(Tone::Muted, this))
{
    for (const Environment environment : kEnvironments) {
        m_environment->add(environmentWord(environment), environmentName(environment));
    }
    m_name->setObjectName(QStringLiteral("connectionNameField"));
    m_name->setMaxLength(kLongestName);
    m_name->setPlaceholderText(QStringLiteral("Pushwoosh_Dev"));
    m_schema->setObjectName(QStringLiteral("schemaPreview"));
    m_schema->setWordWrap(true);
    m_region->add(QStringLiteral("us"), tr("Segment US"));
    m_region->add(QStringLiteral("eu"), tr("Segment EU"));
    m_region->add(QStringLiteral("other"), tr("Another endpoint"));
    m_endpoint->setObjectName(QStringLiteral("connectionEndpoint"));
    m_endpoint->setMaxLength(kLongestAddress);
    m_endpoint->setPlaceholderText(QStringLiteral("https://gateway.example.com"));
    m_endpoint->setAccessibleName(tr("Address of the endpoint"));
    m_regionRemark->setObjectName(QStringLiteral("endpointRemark"));
    m_regionRemark->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    addField(column, tr("Environment"), m_environment);
    m_nameLabel = addField(column, {}, m_name);
    column->addWidget(m_schema);
    addField(column, tr("Region of the Segment workspace"), m_region);
    column->addWidget(m_endpoint);
    column->addWidget(m_regionRemark);

    connect(m_environment, &ChoiceRow::changed, this, [this] {
        suggest();
        refresh();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_nameTyped = !text.isEmpty();
        refresh();
    });
    connect(m_region, &ChoiceRow::changed, this, &NameFields::refresh);
    connect(m_endpoint, &QLineEdit::textEdited, this, &NameFields::refresh);
    connect(m_name, &QLineEdit::returnPressed, this, &NameFields::returnPressed);
    connect(m_endpoint, &QLineEdit::returnPressed, this, &NameFields::returnPressed);
}

ToneLabel *NameFields::addField(QVBoxLayout *column, const QString &text, QWidget *field)
{
    auto *label = new ToneLabel(text, Tone::Muted, this);
    label->setBuddy(field);
    field->setAccessibleName(text);
    if (column->count() > 0) {
        column->addSpacing(10);
    }
    column->addWidget(label);
    column->addWidget(field);
    return label;
}

void NameFields::show(const SetupDraft &draft)
{
    m_showing = true;
    m_id = draft.id;
    m_nameTyped = draft.nameTyped;
    m_environment->setCurrent(static_cast<int>(kEnvironments.indexOf(draft.environment)));
    m_name->setText(draft.name);
    m_region->setCurrent(static_cast<int>(draft.region));
    m_endpoint->setText(draft.endpointText);
    suggest();
    m_showing = false;
    refresh();
}

void NameFields::read(SetupDraft &draft) const
{
    draft.environment = kEnvironments.at(m_environment->current());
    draft.name = m_name->text();
    draft.nameTyped = m_nameTyped;
    draft.region = static_cast<Endpoint::Region>(m_region->current());
    draft.endpointText = m_endpoint->text();
}

void NameFields::focusFirst()
{
    m_environment->focusCurrent();
}

void NameFields::suggest()
{
    if (m_nameTyped) {
        return;
    }
    QStringList taken;
    for (const Connection &connection : m_context.connections().all()) {
        if (connection.id != m_id) {
            taken.append(connection.name);
        }
    }
    for (const SetupDraft &draft : m_context.drafts().open()) {
        if (draft.id != m_id) {
            taken.append(draft.name.trimmed());
        }
    }
    m_name->setText(SetupRules::suggestedName(kEnvironments.at(m_environment->current()), taken));
}

void NameFields::refresh()
{
    const QString schema = WarehouseNames::schema(m_name->text());
    m_schema->setText(schema.isEmpty() ? QString() : tr("Warehouse schema, probably: %1").arg(schema));
    const auto region = static_cast<Endpoint::Region>(m_region->current());
    const bool other = region == Endpoint::Region::Other;
    m_nameLabel->setText(other ? tr("Name") : tr("Name, as the source is called in Segment"));
    m_name->setAccessibleName(m_nameLabel->text());
    m_schema->setVisible(!schema.isEmpty() && !other); // it is Segment that names schemas so
    m_endpoint->setVisible(other);
    m_regionRemark->setTone(Tone::Warning);
    if (!other) {
        m_regionRemark->setText(SetupRules::regionWarning(region));
    } else if (m_endpoint->text().trimmed().isEmpty()) {
        m_regionRemark->setTone(Tone::Muted);
        m_regionRemark->setText(tr("Any Segment-compatible endpoint, such as a RudderStack or Jitsu gateway."));
    } else if (const Result<Endpoint> endpoint = Endpoint::parse(m_endpoint->text())) {
        m_regionRemark->setTone(Tone::Muted);
        m_regionRemark->setText(tr("Events go to %1").arg(endpoint.value().base().toDisplayString()));
    } else {
        m_regionRemark->setText(endpoint.error().userText);
    }
    m_regionRemark->setVisible(!m_regionRemark->text().isEmpty());
    if (!m_showing) {
        Q_EMIT changed();
    }
}

} // namespace segue
