// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkup/CheckRow.h"

#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"
#include "ui/widgets/Labels.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr int kWordWidth = 92;
constexpr qsizetype kLongestLine = 600;

struct Look
{
    QString icon;
    Tone tone;
};

Look lookOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return {QStringLiteral("check"), Tone::Good};
    case Verdict::Warn:
        return {QStringLiteral("warning"), Tone::Warning};
    case Verdict::Fail:
        return {QStringLiteral("cross"), Tone::Bad};
    case Verdict::NotChecked:
        break;
    }
    return {QStringLiteral("minus"), Tone::Muted};
}

bool leadsToTheWeb(NextStep::Kind kind)
{
    return kind == NextStep::Kind::OpenSegment || kind == NextStep::Kind::OpenDocument ||
           kind == NextStep::Kind::OpenPushwoosh;
}

} // namespace

CheckRow::CheckRow(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(16, this))
    , m_word(new ToneLabel(Tone::Muted, this))
    , m_time(new ToneLabel(Tone::Muted, this))
    , m_title(new ToneLabel(Tone::Plain, this))
    , m_body(new ToneLabel(Tone::Muted, this))
    , m_button(new QPushButton(this))
{
    m_word->setScale(1.0, true);
    m_word->setMinimumWidth(kWordWidth);
    m_word->setObjectName(QStringLiteral("checkVerdict"));
    m_title->setScale(1.0, true);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("checkTitle"));
    m_body->setWordWrap(true);
    m_body->setObjectName(QStringLiteral("checkBody"));
    for (ToneLabel *label : {m_title, m_body}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_button->setObjectName(QStringLiteral("checkStep"));
    m_time->setObjectName(QStringLiteral("checkTime"));
    auto *verdict = new QVBoxLayout;
    verdict->setSpacing(3);
    verdict->addWidget(m_word);
    verdict->addWidget(m_time);
    verdict->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_title);
    words->addWidget(m_body);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 10, 16, 10);
    line->setSpacing(8);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(verdict);
    line->addLayout(words, 1);
    line->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(m_step); });
}

void CheckRow::showWaiting(CheckId id)
{
    m_step = {};
    m_button->hide();
    m_time->clear();
    say(QStringLiteral("clock"), Tone::Muted, tr("Checking…", "a check"), checkName(id), {});
}

void CheckRow::showResult(const CheckResult &result, ShownIds ids)
{
    const Look look = lookOf(result.verdict);
    QStringList lines;
    const QStringList below = CheckupReport::linesOf(result, ids);
    for (const QString &line : below) {
        lines.append(plainTextCut(line, kLongestLine));
    }
    m_step = result.next;
    const bool usable = !leadsToTheWeb(m_step.kind) || WebLinks::mayOpen(m_step.url);
    m_button->setVisible(m_step.kind != NextStep::Kind::None && usable);
    const QString step = nextStepText(m_step.kind);
    m_button->setText(step);
    m_button->setAccessibleName(tr("%1: %2", "a step, what it is for").arg(step, plainText(result.title)));
    m_button->setToolTip(m_step.url.toString(QUrl::FullyEncoded).toHtmlEscaped());
    m_time->setText(QLocale().toString(QDateTime::fromMSecsSinceEpoch(result.at).time(), QStringLiteral("HH:mm:ss")));
    say(look.icon, look.tone, verdictName(result.verdict), plainText(result.title), lines.join(u'\n'));
}

void CheckRow::say(const QString &icon, Tone tone, const QString &word, const QString &title, const QString &body)
{
    m_icon->setIcon(icon, tone);
    m_word->setTone(tone);
    m_word->setText(word);
    m_title->setText(title);
    m_body->setText(body);
    m_body->setVisible(!body.isEmpty());
    setAccessibleName(tr("%1: %2", "verdict, title of a check").arg(word, title));
    setAccessibleDescription(body);
}

} // namespace segue
