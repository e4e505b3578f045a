// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ConnectionForm.h"

#include "app/catalog/WarehouseNames.h"
#include "ui/setup/EventPicker.h"
#include "ui/setup/KeyField.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kFormWidth = 760;
constexpr int kLongestName = 100;
} // namespace

ConnectionForm::ConnectionForm(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new ToneLabel(Tone::Plain, this))
    , m_name(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_schema(new ToneLabel(Tone::Muted, this))
    , m_region(new QComboBox(this))
    , m_endpoint(new QLineEdit(this))
    , m_endpointRemark(new ToneLabel(Tone::Muted, this))
    , m_key(new KeyField(context.secrets(), this))
    , m_application(new QLineEdit(this))
    , m_applicationRemark(new ToneLabel(Tone::Warning, this))
    , m_events(new EventPicker(this))
    , m_sourcePart(new QWidget(this))
    , m_message(new ToneLabel(Tone::Muted, this))
    , m_sessionOnly(new QPushButton(tr("Use for this session only"), this))
    , m_remove(new QPushButton(Icons::get(QStringLiteral("trash")), tr("Remove…"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(makeForm());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area, 1);
    column->addWidget(makeFoot());

    for (QLineEdit *edit : {m_name, m_endpoint, m_application}) {
        connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    }
    for (QComboBox *box : {m_environment, m_region}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ConnectionForm::changed);
    }
    connect(m_events, &EventPicker::changed, this, &ConnectionForm::changed);
    connect(m_key, &KeyField::edited, this, &ConnectionForm::changed);
    connect(m_save, &QPushButton::clicked, this, &ConnectionForm::save);
    connect(m_sessionOnly, &QPushButton::clicked, this,
            [this] { storeKey(m_connection, SecretPlace::SessionOnly); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_connection.id); });
}

void ConnectionForm::addField(QVBoxLayout *column, const QString &text, QWidget *field)
{
    auto *label = new ToneLabel(text, Tone::Muted, this);
    label->setBuddy(field);
    field->setAccessibleName(text);
    column->addSpacing(6);
    column->addWidget(label);
    column->addWidget(field);
}

QWidget *ConnectionForm::makeForm()
{
    auto *page = new QWidget;
    auto *form = new QWidget(page);
    form->setMaximumWidth(kFormWidth);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(28, 20, 28, 20);
    column->setSpacing(6);
    m_title->setScale(1.3, true);
    m_title->setObjectName(QStringLiteral("formTitle"));
    column->addWidget(m_title);

    m_name->setObjectName(QStringLiteral("connectionNameField"));
    m_name->setMaxLength(kLongestName);
    m_name->setPlaceholderText(QStringLiteral("Pushwoosh_Dev"));
    m_environment->setObjectName(QStringLiteral("connectionEnvironment"));
    for (const Environment environment : {Environment::Prod, Environment::Staging, Environment::Dev}) {
        m_environment->addItem(environmentName(environment), environmentWord(environment));
    }
    addField(column, tr("Name, as the source is called in Segment"), m_name);
    m_schema->setWordWrap(true);
    column->addWidget(m_schema);

    auto *source = new QVBoxLayout(m_sourcePart);
    source->setContentsMargins(0, 0, 0, 0);
    source->setSpacing(6);
    addField(source, tr("Environment"), m_environment);
    addPlaceAndKey(source);
    column->addWidget(m_sourcePart);

    column->addSpacing(10);
    auto *events = new ToneLabel(tr("Events that Pushwoosh exports"), Tone::Plain, form);
    events->setScale(1.08, true);
    column->addWidget(events);
    column->addWidget(m_events);
    column->addStretch(1);

    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(form, 1);
    row->addStretch(0);
    return page;
}

void ConnectionForm::addPlaceAndKey(QVBoxLayout *column)
{
    m_region->setObjectName(QStringLiteral("connectionRegion"));
    m_region->addItem(tr("Segment US"));
    m_region->addItem(tr("Segment EU"));
    m_region->addItem(tr("Another endpoint"));
    m_endpoint->setObjectName(QStringLiteral("connectionEndpoint"));
    m_endpoint->setPlaceholderText(QStringLiteral("https://gateway.example.com"));
    m_endpoint->setAccessibleName(tr("Address of the endpoint"));
    m_endpointRemark->setObjectName(QStringLiteral("endpointRemark"));
    m_endpointRemark->setWordWrap(true);
    addField(column, tr("Region"), m_region);
    column->addWidget(m_endpoint);
    column->addWidget(m_endpointRemark);
    addField(column, tr("Write key"), m_key);

    m_application->setObjectName(QStringLiteral("connectionApplication"));
    m_application->setPlaceholderText(QStringLiteral("1A2B3-C4D5E"));
    m_applicationRemark->setObjectName(QStringLiteral("applicationRemark"));
    m_applicationRemark->setWordWrap(true);
    addField(column, tr("Pushwoosh application code (may be left blank)"), m_application);
    column->addWidget(m_applicationRemark);
}

QWidget *ConnectionForm::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("panelFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_message->setObjectName(QStringLiteral("formMessage"));
    m_message->setWordWrap(true);
    m_sessionOnly->setObjectName(QStringLiteral("sessionOnly"));
    m_sessionOnly->setToolTip(tr("The key stays in this program's memory and is gone when it ends"));
    m_sessionOnly->hide();
    m_remove->setObjectName(QStringLiteral("removeConnection"));
    auto *cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(QStringLiteral("cancelForm"));
    m_save->setObjectName(QStringLiteral("saveConnection"));
    m_save->setProperty("primary", true);
    // Not the button's own shortcut, which it drops with its text.
    auto *keys = new QShortcut(QKeySequence::Save, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, m_save, &QPushButton::click);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(28, 10, 20, 10);
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_sessionOnly);
    row->addWidget(m_remove);
    row->addWidget(cancel);
    row->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &ConnectionForm::cancelled);
    return foot;
}

void ConnectionForm::startNew()
{
    m_isNew = true;
    Connection fresh;
    fresh.id = ConnectionId::create();
    fill(fresh);
}

void ConnectionForm::edit(const Connection &connection)
{
    m_isNew = false;
    fill(connection);
}

void ConnectionForm::fill(const Connection &connection)
{
    m_connection = connection;
    m_saving = false;
    m_title->setText(m_isNew ? tr("New connection") : tr("Setup"));
    m_name->setText(connection.name);
    m_name->setEnabled(!connection.isSandbox());
    m_sourcePart->setVisible(!connection.isSandbox());
    m_environment->setCurrentIndex(m_environment->findData(environmentWord(connection.environment)));
    m_region->setCurrentIndex(static_cast<int>(connection.endpoint.region()));
    m_endpoint->setText(connection.endpoint.region() == Endpoint::Region::Other ? connection.endpoint.displayText()
                                                                                : QString());
    const SecretName name = SecretName::writeKey(connection.id);
    m_key->reset(name, connection.keyExpected || m_context.secrets().isSessionOnly(name));
    m_application->setText(connection.applicationCode);
    m_events->setSelection(connection.selection);
    m_sessionOnly->hide();
    m_remove->setVisible(!m_isNew && !connection.isSandbox());
    m_save->setText(m_isNew ? tr("Add connection") : tr("Save"));
    changed();
}

void ConnectionForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

Connection ConnectionForm::read(QString *fault) const
{
    Connection connection = m_connection;
    connection.selection = m_events->selection();
    if (!connection.isSandbox()) {
        connection.name = m_name->text().trimmed();
        connection.environment =
            environmentFromWord(m_environment->currentData().toString()).value_or(Environment::Dev);
        connection.applicationCode = readApplicationCode(m_application->text()).code;
        switch (static_cast<Endpoint::Region>(m_region->currentIndex())) {
        case Endpoint::Region::Us:
            connection.endpoint = Endpoint::us();
            break;
        case Endpoint::Region::Eu:
            connection.endpoint = Endpoint::eu();
            break;
        case Endpoint::Region::Other: {
            const Result<Endpoint> endpoint = Endpoint::parse(m_endpoint->text());
            if (endpoint) {
                connection.endpoint = endpoint.value();
            } else {
                *fault = endpoint.error().userText;
            }
            break;
        }
        }
    }
    if (fault->isEmpty()) {
        QList<Connection> others = m_context.connections().all();
        others.removeIf([&](const Connection &each) { return each.id == connection.id; });
        if (const auto error = checkConnection(connection, others)) {
            *fault = error->userText;
        }
    }
    return connection;
}

void ConnectionForm::changed()
{
    const bool other = m_region->currentIndex() == static_cast<int>(Endpoint::Region::Other);
    m_endpoint->setVisible(other);
    m_endpointRemark->setVisible(other || m_region->currentIndex() == static_cast<int>(Endpoint::Region::Eu));
    m_key->setAnyShape(other);
    if (other) {
        const Result<Endpoint> endpoint = Endpoint::parse(m_endpoint->text());
        m_endpointRemark->setTone(endpoint ? Tone::Muted : Tone::Warning);
        m_endpointRemark->setText(m_endpoint->text().trimmed().isEmpty() ? tr("Any Segment-compatible endpoint.")
                                  : endpoint ? tr("Events go to %1").arg(endpoint.value().batchUrl().toDisplayString())
                                             : endpoint.error().userText);
    } else {
        m_endpointRemark->setTone(Tone::Warning);
        m_endpointRemark->setText(tr("Segment lists Pushwoosh for EU workspaces with the US endpoint only, so whether its "
                                     "built-in stream reaches an EU workspace is unverified. Test events from Segue go "
                                     "to the EU endpoint."));
    }
    const QString schema = WarehouseNames::schema(m_name->text());
    m_schema->setText(schema.isEmpty() ? QString() : tr("Warehouse schema, probably: %1").arg(schema));
    m_schema->setVisible(!schema.isEmpty() && !m_connection.isSandbox());
    const QString remark = readApplicationCode(m_application->text()).remark;
    m_applicationRemark->setText(remark);
    m_applicationRemark->setVisible(!remark.isEmpty());

    QString fault;
    const Connection connection = read(&fault);
    const bool differs = m_isNew || connection != m_connection || m_key->isEdited();
    m_save->setEnabled(fault.isEmpty() && differs && !m_saving);
    say(fault, Tone::Muted);
}

void ConnectionForm::say(const QString &text, Tone tone, bool offerSession)
{
    m_message->setTone(tone);
    m_message->setText(text);
    m_sessionOnly->setVisible(offerSession);
}

void ConnectionForm::save()
{
    QString fault;
    const Connection connection = read(&fault);
    if (!fault.isEmpty() || m_saving) {
        return;
    }
    const Status written =
        m_isNew ? m_context.connections().add(connection) : m_context.connections().update(connection);
    if (!written) {
        say(written.error().userText, Tone::Bad);
        return;
    }
    m_isNew = false;
    m_connection = connection;
    if (m_key->isEdited()) {
        storeKey(connection, SecretPlace::Keychain);
    } else {
        finish(connection.id);
    }
}

void ConnectionForm::storeKey(const Connection &connection, SecretPlace place)
{
    m_saving = true;
    m_save->setEnabled(false);
    say(tr("Storing the key…"), Tone::Muted);
    m_context.secrets()
        .write(SecretName::writeKey(connection.id), m_key->typed(), place)
        .then(this, [this, connection, place](const Status &stored) { keyStored(connection, place, stored); });
}

void ConnectionForm::keyStored(const Connection &connection, SecretPlace place, const Status &stored)
{
    if (connection.id != m_connection.id) {
        return; // the form shows another connection by now
    }
    m_saving = false;
    if (!stored) {
        changed();
        m_save->setEnabled(true);
        say(tr("The connection is saved, its key is not. %1").arg(stored.error().userText), Tone::Warning, true);
        return;
    }
    const bool session = place == SecretPlace::SessionOnly;
    m_key->stored(session);
    if (!session && !connection.keyExpected) {
        m_connection.keyExpected = true;
        if (const Status updated = m_context.connections().update(m_connection); !updated) {
            say(updated.error().userText, Tone::Bad);
            return;
        }
    }
    finish(connection.id);
}

void ConnectionForm::finish(const ConnectionId &id)
{
    if (Courier *courier = m_context.courier()) {
        courier->tryNow(id);
    }
    m_sessionOnly->hide();
    changed();
    Q_EMIT saved(id);
}

} // namespace segue
