// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkup/ReportSaver.h"

#include "app/checkup/CheckupReport.h"
#include "app/core/Futures.h"
#include "app/core/PrivateFiles.h"
#include "app/exports/FileName.h"
#include "app/exports/PlainText.h"
#include "app/settings/Settings.h"
#include "ui/checkup/PdfReport.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QPromise>
#include <QPushButton>
#include <QThreadPool>

#include <memory>

namespace segue {

namespace {
const QString kFolderChoice = QStringLiteral("report-folder");
}

ReportSaver::ReportSaver(Settings &settings, QPushButton *button, Make make, QWidget *page)
    : QMenu(button)
    , m_settings(settings)
    , m_make(std::move(make))
    , m_page(page)
{
    setObjectName(QStringLiteral("reportMenu"));
    const auto add = [this](const QString &text, const QString &name, Form form) {
        QAction *action = addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, form] { ask(form); });
    };
    add(tr("As Markdown…"), QStringLiteral("reportMarkdown"), Form::Markdown);
    add(tr("As HTML…"), QStringLiteral("reportHtml"), Form::Html);
    add(tr("As PDF…"), QStringLiteral("reportPdf"), Form::Pdf);
    addSeparator();
    m_unmasked = addAction(tr("With ids unmasked"));
    m_unmasked->setObjectName(QStringLiteral("reportUnmasked"));
    m_unmasked->setCheckable(true);
    button->setMenu(this);
}

QString ReportSaver::suffixOf(Form form)
{
    switch (form) {
    case Form::Html:
        return QStringLiteral("html");
    case Form::Pdf:
        return QStringLiteral("pdf");
    case Form::Markdown:
        break;
    }
    return QStringLiteral("md");
}

void ReportSaver::ask(Form form)
{
    // Taken now: something else may be shown when the file has been chosen.
    const Report report = m_make(m_unmasked->isChecked() ? ShownIds::Unmasked : ShownIds::Masked);
    const QString suffix = suffixOf(form);
    auto *dialog = new QFileDialog(m_page, tr("Save the report"));
    dialog->setObjectName(QStringLiteral("reportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters(
        {tr("%1 files (%2)").arg(suffix.toUpper(), QStringLiteral("*.") + suffix), tr("All files (*)")});
    const QString folder = m_settings.choice(kFolderChoice);
    dialog->setDirectory(QFileInfo(folder).isDir() ? folder : QDir::homePath());
    dialog->selectFile(QStringLiteral("segue-checkup-%1-%2.%3")
                           .arg(fileNamePart(m_subject),
                                QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, form, report](const QString &path) {
        m_settings.setChoice(kFolderChoice, QFileInfo(path).absolutePath());
        write(form, report, path);
    });
    dialog->open();
}

void ReportSaver::write(Form form, const Report &report, const QString &path)
{
    const auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, form, report, path] {
        const QByteArray bytes = form == Form::Pdf    ? pdfOf(report)
                                 : form == Form::Html ? ReportText::html(report).toUtf8()
                                                      : ReportText::markdown(report).toUtf8();
        promise->addResult(writePrivately(path, bytes));
        promise->finish();
    });
    whenAnswered(promise->future(), this, [this, path](const Status &written) {
        if (written) {
            Q_EMIT told(tr("The report is in %1.").arg(plainText(QDir::toNativeSeparators(path))));
        } else {
            Q_EMIT problem(plainText(written.error().userText));
        }
    });
}

} // namespace segue
