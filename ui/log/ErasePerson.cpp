// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ErasePerson.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Labels.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace segue {

namespace {

constexpr int kWidth = 460;
constexpr int kLongestPerson = 1'000;

int shown(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, 2'000'000'000));
}

//! "3 Accepted, 1 Queued"
QString byState(const StateCounts &counts)
{
    QStringList parts;
    for (int i = 0; i < kEventStateCount; ++i) {
        if (counts.counts[i] != 0) {
            parts.append(QString::number(counts.counts[i]) + u' ' + EventWords::state(static_cast<EventState>(i)).word);
        }
    }
    return parts.join(QStringLiteral(", "));
}

std::int64_t undelivered(const StateCounts &counts)
{
    std::int64_t sum = 0;
    for (int i = 0; i < kEventStateCount; ++i) {
        sum += isUndelivered(static_cast<EventState>(i)) ? counts.counts[i] : 0;
    }
    return sum;
}

} // namespace

ErasePerson::ErasePerson(EventLog &log, const QString &person, bool hidden, QWidget *window)
    : QDialog(window)
    , m_log(log)
{
    setObjectName(QStringLiteral("erasePerson"));
    setWindowTitle(tr("Erase a person"));
    build(person);
    m_person->setEchoMode(hidden ? QLineEdit::Password : QLineEdit::Normal);
    forgetCount();
}

void ErasePerson::build(const QString &person)
{
    m_person = new QLineEdit(person);
    m_person->setObjectName(QStringLiteral("erasePersonValue"));
    m_person->setAccessibleName(tr("User ID or HWID"));
    m_person->setMaxLength(kLongestPerson);
    m_text = new ToneLabel;
    m_text->setObjectName(QStringLiteral("erasePersonText"));
    m_text->setAccessibleName(tr("What will be erased"));
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(kWidth);

    auto *buttons = new QDialogButtonBox;
    const auto button = [&](const QString &text, const QString &name, QDialogButtonBox::ButtonRole role) {
        QPushButton *made = buttons->addButton(text, role);
        made->setObjectName(name);
        made->setAccessibleName(text);
        made->setAutoDefault(false);
        return made;
    };
    m_close = button(tr("Close"), QStringLiteral("erasePersonClose"), QDialogButtonBox::RejectRole);
    m_count = button(tr("Find events"), QStringLiteral("erasePersonFind"), QDialogButtonBox::ActionRole);
    m_erase = button(tr("Erase for good"), QStringLiteral("erasePersonErase"), QDialogButtonBox::DestructiveRole);

    auto *form = new QFormLayout;
    form->addRow(tr("User ID or &HWID:"), m_person);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);

    connect(m_person, &QLineEdit::textChanged, this, [this] { forgetCount(); });
    connect(m_person, &QLineEdit::returnPressed, this, [this] { count(); });
    connect(m_count, &QPushButton::clicked, this, [this] { count(); });
    connect(m_erase, &QPushButton::clicked, this, [this] { erase(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void ErasePerson::say(const QString &text, bool isProblem)
{
    m_text->setTone(isProblem ? Tone::Warning : Tone::Plain);
    m_text->setText(text);
}

//! What was counted for one person must not confirm another's erasing.
void ErasePerson::forgetCount()
{
    ++m_question;
    m_erase->setEnabled(false);
    m_count->setEnabled(!m_person->text().isEmpty());
    say(tr("All events of this person are erased from this computer's log, in whatever state, with what was kept of "
           "their attempts. The value is looked for as userId and as HWID. What Segment was sent is not touched."),
        false);
}

void ErasePerson::count()
{
    if (m_person->text().isEmpty()) {
        return;
    }
    const int question = ++m_question;
    m_count->setEnabled(false);
    m_erase->setEnabled(false);
    say(tr("Looking through the log …"), false);
    m_log.erase(m_person->text(), false, this, [this, question](const Result<Journal::Erased> &found) {
        if (question != m_question) {
            return;
        }
        m_count->setEnabled(true);
        if (found) {
            showCount(found.value());
        } else {
            say(found.error().userText, true);
        }
    });
}

void ErasePerson::showCount(const Journal::Erased &found)
{
    m_erase->setEnabled(true);
    const StateCounts &counts = found.entries;
    if (counts.total() == 0) {
        say(tr("No event of this person is in the log. Erasing still clears what other events' attempts say about "
               "them, and traces of what was removed before."),
            false);
        return;
    }
    QString text = tr("%n events will be erased for good: %1.", nullptr, shown(counts.total())).arg(byState(counts));
    if (const std::int64_t waiting = undelivered(counts); waiting > 0) {
        text += u' ' + tr("%n of them have not been delivered yet and never will be.", nullptr, shown(waiting));
    }
    say(text, true);
}

void ErasePerson::erase()
{
    const int question = ++m_question;
    m_person->setEnabled(false);
    m_count->setEnabled(false);
    m_erase->setEnabled(false);
    say(tr("Erasing … For a large log this takes some seconds; events that arrive meanwhile are kept."), false);
    m_log.erase(m_person->text(), true, this, [this, question](const Result<Journal::Erased> &erased) {
        if (question != m_question) {
            return;
        }
        m_person->setEnabled(true);
        m_count->setEnabled(true);
        if (erased) {
            showErased(erased.value());
        } else {
            say(erased.error().userText, true);
        }
        m_close->setFocus();
    });
}

void ErasePerson::showErased(const Journal::Erased &erased)
{
    QStringList sentences;
    sentences.append(erased.entries.total() == 0
                         ? tr("No event of this person was in the log.")
                         : tr("%n events were erased.", nullptr, shown(erased.entries.total())));
    sentences.append(erased.cleared
                         ? tr("No trace of them is left in the files of the log.")
                         : tr("Traces of them may be left in the file: another program was reading it, or the disk has "
                              "no room to write it anew. Try again."));
    if (!erased.otherFiles.empty()) {
        QStringList names;
        for (const std::string &file : erased.otherFiles) {
            names.append(QString::fromStdString(file));
        }
        sentences.append(tr("Damaged logs that were set aside may hold events of this person. They were not touched; "
                            "delete them if they are not needed: %1")
                             .arg(plainText(names.join(QStringLiteral(", ")))));
    }
    m_erase->setEnabled(!erased.cleared);
    say(sentences.join(u' '), !erased.cleared || !erased.otherFiles.empty());
}

} // namespace segue
