// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposerForm.h"

#include "app/catalog/EventCatalog.h"
#include "app/delivery/TestSend.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WheelPass.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr int kMostEvents = 100'000;
const QString kSampleHwid = QStringLiteral("9F3C1A77-2B40-4C1E-A3D2-55E0C19B7F10");

} // namespace

ComposerForm::ComposerForm(QWidget *parent)
    : QWidget(parent)
    , m_event(new QComboBox(this))
    , m_eventText(new ToneLabel(Tone::Muted, this))
    , m_eventNote(new ToneLabel(Tone::Warning, this))
    , m_byHwid(new QRadioButton(tr("HWID"), this))
    , m_byUser(new QRadioButton(tr("User ID"), this))
    , m_identityLabel(new ToneLabel(Tone::Muted, this))
    , m_identity(new QLineEdit(this))
    , m_messageType(new QComboBox(this))
    , m_deviceType(new QComboBox(this))
    , m_campaign(new QLineEdit(this))
    , m_time(new QComboBox(this))
    , m_timestamp(new QDateTimeEdit(this))
    , m_count(new QSpinBox(this))
    , m_pace(new QComboBox(this))
    , m_keepOut(new QCheckBox(tr("Keep out of destinations"), this))
    , m_userId(sampleIdentity().value)
    , m_hwid(kSampleHwid)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(6);
    addEvent(column);
    addIdentity(column);
    addProperties(column);
    addSending(column);
    column->addStretch(1);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_event, m_messageType, m_deviceType, m_time, m_timestamp, m_count, m_pace}) {
        passWheelOn(field);
    }
    m_byUser->setChecked(true);
    identityKindChosen();
    eventChosen();
}

ToneLabel *ComposerForm::label(const QString &text, QWidget *buddy)
{
    auto *label = new ToneLabel(text, Tone::Muted, this);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

void ComposerForm::addEvent(QVBoxLayout *column)
{
    m_event->setObjectName(QStringLiteral("composerEvent"));
    for (const CatalogEvent &event : EventCatalog::events()) {
        m_event->addItem(Icons::get(EventWords::eventIcon(event.name), Tone::Muted), event.name);
    }
    m_eventText->setWordWrap(true);
    m_eventNote->setObjectName(QStringLiteral("composerEventNote"));
    m_eventNote->setWordWrap(true);
    m_eventNote->hide();
    column->addWidget(label(tr("Event"), m_event));
    column->addWidget(m_event);
    column->addWidget(m_eventText);
    column->addWidget(m_eventNote);
    connect(m_event, &QComboBox::currentIndexChanged, this, &ComposerForm::eventChosen);
}

void ComposerForm::addIdentity(QVBoxLayout *column)
{
    m_byHwid->setObjectName(QStringLiteral("identityByHwid"));
    m_byHwid->setToolTip(tr("Sent as anonymousId, as Pushwoosh does for a device without a User ID"));
    m_byUser->setObjectName(QStringLiteral("identityByUserId"));
    m_byUser->setToolTip(tr("Sent as userId"));
    m_identity->setObjectName(QStringLiteral("composerIdentity"));
    m_identityLabel->setBuddy(m_identity);
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(18);
    kinds->addWidget(m_byUser);
    kinds->addWidget(m_byHwid);
    kinds->addStretch(1);
    column->addSpacing(4);
    column->addWidget(new ToneLabel(tr("Identity"), Tone::Muted, this));
    column->addLayout(kinds);
    column->addWidget(m_identityLabel);
    column->addWidget(m_identity);
    connect(m_byUser, &QRadioButton::toggled, this, &ComposerForm::identityKindChosen);
    connect(m_identity, &QLineEdit::textEdited, this, [this](const QString &text) {
        (m_byUser->isChecked() ? m_userId : m_hwid) = text;
        Q_EMIT changed();
    });
}

void ComposerForm::addProperties(QVBoxLayout *column)
{
    m_messageType->setObjectName(QStringLiteral("composerMessageType"));
    m_messageType->addItems(EventCatalog::messageTypes());
    m_deviceType->setObjectName(QStringLiteral("composerDeviceType"));
    m_deviceType->addItem(tr("(left out)", "no device type is sent"), QString());
    for (const DeviceType &device : EventCatalog::deviceTypes()) {
        m_deviceType->addItem(device.name, device.name);
    }
    m_campaign->setObjectName(QStringLiteral("composerCampaign"));
    m_campaign->setText(sampleCall(QString()).campaignCode);
    m_time->setObjectName(QStringLiteral("composerTime"));
    m_time->addItems({tr("now"), tr("at a time…")});
    m_timestamp->setObjectName(QStringLiteral("composerTimestamp"));
    m_timestamp->setCalendarPopup(true);
    m_timestamp->setDateTime(QDateTime::currentDateTime());
    m_timestamp->setAccessibleName(tr("Time of the event, local"));
    m_timestamp->hide();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(label(QStringLiteral("message_type"), m_messageType), 0, 0);
    grid->addWidget(label(QStringLiteral("device_type"), m_deviceType), 0, 1);
    grid->addWidget(m_messageType, 1, 0);
    grid->addWidget(m_deviceType, 1, 1);
    grid->addWidget(label(QStringLiteral("campaign_code"), m_campaign), 2, 0);
    grid->addWidget(label(tr("Time"), m_time), 2, 1);
    grid->addWidget(m_campaign, 3, 0);
    grid->addWidget(m_time, 3, 1);
    grid->addWidget(m_timestamp, 4, 0, 1, 2);
    column->addSpacing(4);
    column->addLayout(grid);
    for (QComboBox *box : {m_messageType, m_deviceType, m_time}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ComposerForm::changed);
    }
    connect(m_time, &QComboBox::currentIndexChanged, this, [this](int index) { m_timestamp->setVisible(index == 1); });
    connect(m_campaign, &QLineEdit::textChanged, this, &ComposerForm::changed);
    connect(m_timestamp, &QDateTimeEdit::dateTimeChanged, this, &ComposerForm::changed);
}

void ComposerForm::addSending(QVBoxLayout *column)
{
    m_count->setObjectName(QStringLiteral("composerCount"));
    m_count->setRange(1, kMostEvents);
    m_count->setGroupSeparatorShown(true);
    m_pace->setObjectName(QStringLiteral("composerPace"));
    m_pace->addItem(tr("all at once"), 0.0);
    for (const int rate : {1, 10, 100}) {
        m_pace->addItem(tr("%1 per second").arg(rate), static_cast<double>(rate));
    }
    m_keepOut->setObjectName(QStringLiteral("composerKeepOut"));
    m_keepOut->setToolTip(tr("Sends integrations: {\"All\": false}. Segment takes the event, and no downstream tool "
                             "will show it."));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(label(tr("How many"), m_count), 0, 0);
    grid->addWidget(label(tr("Pace"), m_pace), 0, 1);
    grid->addWidget(m_count, 1, 0);
    grid->addWidget(m_pace, 1, 1);
    column->addLayout(grid);
    column->addWidget(m_keepOut);
    connect(m_keepOut, &QCheckBox::toggled, this, &ComposerForm::changed);
}

void ComposerForm::eventChosen()
{
    if (const auto event = EventCatalog::find(m_event->currentText())) {
        m_eventText->setText(event->meaning.isEmpty() ? event->description
                                                      : event->description + QStringLiteral(". ") + event->meaning);
        m_messageType->setCurrentText(event->messageType);
        m_deviceType->setCurrentText(EventCatalog::sampleDeviceType(event->channel));
    } else {
        m_eventText->clear();
    }
    Q_EMIT changed();
}

void ComposerForm::identityKindChosen()
{
    const bool user = m_byUser->isChecked();
    const QString text = user ? tr("User ID, sent as userId") : tr("HWID, sent as anonymousId");
    m_identityLabel->setText(text);
    m_identity->setAccessibleName(text);
    m_identity->setText(user ? m_userId : m_hwid);
    Q_EMIT changed();
}

TrackCall ComposerForm::call() const
{
    TrackCall call = sampleCall(m_event->currentText());
    const QString identity = m_identity->text().trimmed();
    call.identity = identity.isEmpty()      ? Identity{}
                    : m_byUser->isChecked() ? Identity{Identity::Kind::UserId, identity}
                                            : Identity{Identity::Kind::AnonymousId, identity};
    call.messageType = m_messageType->currentText();
    call.campaignCode = m_campaign->text().trimmed();
    call.deviceType = m_deviceType->currentData().toString();
    call.timestamp = m_time->currentIndex() == 1 ? m_timestamp->dateTime().toMSecsSinceEpoch() : 0;
    call.keepOutOfDestinations = m_keepOut->isChecked();
    return call;
}

void ComposerForm::setFields(const TrackFields &fields)
{
    if (m_event->findText(fields.event) < 0 && !fields.event.isEmpty()) {
        m_event->addItem(Icons::get(QStringLiteral("dot"), Tone::Muted), fields.event);
    }
    m_event->setCurrentText(fields.event);
    if (fields.identity.kind != Identity::Kind::Nobody) {
        const bool user = fields.identity.kind == Identity::Kind::UserId;
        (user ? m_userId : m_hwid) = fields.identity.value;
        (user ? m_byUser : m_byHwid)->setChecked(true);
        identityKindChosen();
    }
    m_messageType->setCurrentText(fields.messageType);
    m_campaign->setText(fields.campaignCode);
    if (m_deviceType->findData(fields.deviceType) < 0) {
        m_deviceType->addItem(fields.deviceType, fields.deviceType);
    }
    m_deviceType->setCurrentIndex(m_deviceType->findData(fields.deviceType));
}

int ComposerForm::count() const
{
    return m_count->value();
}

double ComposerForm::perSecond() const
{
    return m_pace->currentData().toDouble();
}

bool ComposerForm::keepsOut() const
{
    return m_keepOut->isChecked();
}

void ComposerForm::setKeepOut(bool keepOut)
{
    m_keepOut->setChecked(keepOut);
}

void ComposerForm::setEventNote(const QString &note)
{
    m_eventNote->setText(note);
    m_eventNote->setVisible(!note.isEmpty());
}

QString ComposerForm::eventName() const
{
    return m_event->currentText();
}

void ComposerForm::focusFirst()
{
    m_event->setFocus(Qt::ShortcutFocusReason);
}

} // namespace segue
