// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/NamePage.h"

#include "app/exports/PlainText.h"
#include "ui/setup/NameFields.h"
#include "ui/widgets/Labels.h"

#include <QFrame>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr qsizetype kLongestShownName = 60;
}

NamePage::NamePage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("What is the connection called?"),
                 tr("One Segment source for each environment, named so that they can be told apart. It is also the name of "
                    "the schema in the warehouse."),
                 parent)
    , m_offer(new QFrame(this))
    , m_offerText(new ToneLabel(Tone::Plain, m_offer))
    , m_fields(new NameFields(context, this))
{
    m_offer->setObjectName(QStringLiteral("card"));
    m_offerText->setObjectName(QStringLiteral("draftOffer"));
    m_offerText->setWordWrap(true);
    auto *resume = new QPushButton(tr("Go on with it"), m_offer);
    resume->setObjectName(QStringLiteral("resumeDraft"));
    auto *discard = new QPushButton(tr("Discard it"), m_offer);
    discard->setObjectName(QStringLiteral("discardDraft"));
    auto *row = new QHBoxLayout(m_offer);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_offerText, 1);
    row->addWidget(resume);
    row->addWidget(discard);
    body()->addWidget(m_offer);
    body()->addSpacing(4);
    body()->addWidget(m_fields);
    body()->addStretch(1);

    connect(resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeWanted(m_offered); });
    connect(discard, &QPushButton::clicked, this, [this] { Q_EMIT discardWanted(m_offered); });
    connect(&context.drafts(), &SetupDraftStore::changed, this, &NamePage::offerDraft);
    connect(m_fields, &NameFields::changed, this, &NamePage::take);
    connect(m_fields, &NameFields::returnPressed, this, &NamePage::nextWanted);
}

void NamePage::fill()
{
    m_fields->show(draft());
    m_fields->read(draft()); // the suggested name is the draft's from the start
    offerDraft();
}

void NamePage::read()
{
    m_fields->read(draft());
}

void NamePage::offerDraft()
{
    m_offered = {};
    const QList<SetupDraft> open = context().drafts().open();
    for (const SetupDraft &other : open) {
        if (other.id != draft().id) {
            m_offered = other.id;
            m_offerText->setText(tr("“%1” is begun and not finished: step %2 of %3.")
                                     .arg(plainTextCut(other.name.trimmed(), kLongestShownName),
                                          QLocale().toString(static_cast<int>(other.step) + 1),
                                          QLocale().toString(kSetupSteps)));
            break;
        }
    }
    // Only before this one is begun: later it would stand in the way.
    m_offer->setVisible(!m_offered.isNull() && !context().drafts().find(draft().id));
}

QString NamePage::missing() const
{
    const QString name = SetupRules::nameFault(draft(), context().connections().all(), context().drafts().open());
    return name.isEmpty() ? SetupRules::endpointFault(draft()) : name;
}

void NamePage::focusFirst()
{
    m_fields->focusFirst();
}

} // namespace segue
