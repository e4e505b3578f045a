// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/LeaveQuestion.h"

#include "ui/widgets/Question.h"

#include <QPushButton>

namespace segue {

LeaveQuestion *LeaveQuestion::open(const QString &name, bool saved, QWidget *window)
{
    const QString text =
        saved ? tr("“%1” is saved and stays. Keep the rest of its setup, to go on with it later?").arg(name)
              : tr("Keep the draft of “%1”, to go on with it later?").arg(name);
    auto *box = new LeaveQuestion(QMessageBox::NoIcon, tr("Leave the setup?"), text, QMessageBox::NoButton, window);
    dress(*box, Tone::Accent);
    box->setObjectName(QStringLiteral("leaveQuestion"));
    box->setInformativeText(saved ? tr("Discarding forgets the ticks and the proof.")
                                  : tr("Discarding takes its key out of the keychain as well."));
    QPushButton *kept = box->addButton(saved ? tr("Keep it") : tr("Keep the draft"), QMessageBox::AcceptRole);
    kept->setObjectName(QStringLiteral("keepDraft"));
    QPushButton *gone = box->addButton(saved ? tr("Discard it") : tr("Discard the draft"), QMessageBox::DestructiveRole);
    gone->setObjectName(QStringLiteral("leaveDiscard"));
    QPushButton *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("leaveStay"));
    box->setDefaultButton(kept);
    box->setEscapeButton(stay);
    connect(kept, &QPushButton::clicked, box, &LeaveQuestion::keep);
    connect(gone, &QPushButton::clicked, box, &LeaveQuestion::discard);
    box->QMessageBox::open();
    return box;
}

} // namespace segue
