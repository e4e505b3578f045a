// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ExportAction.h"

#include "app/exports/PlainText.h"
#include "app/journal/EventLogModel.h"
#include "ui/log/ExportDialog.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QItemSelection>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace segue {

namespace {

const QString kSubject = QStringLiteral("export");
const QString kFormatChoice = QStringLiteral("export-format");
const QString kFolderChoice = QStringLiteral("export-folder");
constexpr int kStoppedMs = 10'000;
constexpr int kDoneMs = 20'000; // long enough to read where the file is

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Ndjson:
        return QStringLiteral("ndjson");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Har:
        return QStringLiteral("har");
    }
    return {};
}

ExportFormat formatOf(const QString &suffix)
{
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Har}) {
        if (suffixOf(format) == suffix) {
            return format;
        }
    }
    return ExportFormat::Ndjson;
}

int asCount(qint64 number)
{
    return static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

} // namespace

ExportAction::ExportAction(AppContext &context, EventLogModel &model, QAbstractItemView &table, MessageBar &messages,
                           QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_model(model)
    , m_table(table)
    , m_messages(messages)
    , m_window(window)
    , m_action(new QAction(Icons::get(QStringLiteral("arrow-down")), tr("Export…"), this))
    , m_export(context.dataFolder(), context.redactor())
{
    m_action->setObjectName(QStringLiteral("exportAction"));
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    window->addAction(m_action);
    table.addAction(m_action);
    connect(m_action, &QAction::triggered, this, &ExportAction::ask);
    connect(&m_export, &EventExport::progress, this, &ExportAction::tellProgress);
    connect(&m_export, &EventExport::finished, this, &ExportAction::tellEnd);
}

void ExportAction::ask()
{
    if (m_export.isRunning()) {
        showProgress(false);
        return;
    }
    const qint64 selectedRows = static_cast<qint64>(selected().size());
    auto *dialog =
        new ExportDialog({selectedRows, m_model.rowCount()}, formatOf(m_context.settings().choice(kFormatChoice)),
                         m_context.settings().hideIdentities(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { askWhere(*dialog); });
    dialog->open();
}

std::vector<EntryId> ExportAction::selected() const
{
    std::vector<EntryId> ids;
    const QItemSelection selection = m_table.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            ids.push_back(m_model.idAt(row));
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void ExportAction::askWhere(const ExportDialog &what)
{
    // Taken now: what is selected may be another when the file has been chosen.
    ExportRequest request;
    request.look = {what.format(), what.hideIdentities(), EntryWriter::namesOf(m_context.connections())};
    if (what.onlySelected()) {
        request.ids = selected();
    } else {
        request.filter = m_model.filter();
    }
    const QString suffix = suffixOf(what.format());
    m_context.settings().setChoice(kFormatChoice, suffix);

    auto *dialog = new QFileDialog(m_window, tr("Export events"));
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters(
        {tr("%1 files (%2)").arg(suffix.toUpper(), QStringLiteral("*.") + suffix), tr("All files (*)")});
    const QString folder = m_context.settings().choice(kFolderChoice);
    dialog->setDirectory(QFileInfo(folder).isDir() ? folder : QDir::homePath());
    dialog->selectFile(QStringLiteral("segue-%1.%2")
                           .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, request = std::move(request)](const QString &path) {
        ExportRequest chosen = request;
        chosen.path = path;
        m_context.settings().setChoice(kFolderChoice, QFileInfo(path).absolutePath());
        start(std::move(chosen));
    });
    dialog->open();
}

void ExportAction::start(ExportRequest request)
{
    m_format = request.look.format;
    m_written = 0;
    m_total = static_cast<qint64>(request.ids.size());
    m_export.start(std::move(request));
    showProgress(false);
}

void ExportAction::tellProgress(qint64 written, qint64 total)
{
    m_written = written;
    m_total = total;
    showProgress(true);
}

void ExportAction::showProgress(bool isUpdate)
{
    Message message{kSubject, Tone::Accent, {}, tr("Cancel"), [this] { m_export.cancel(); }};
    message.text = m_total == 0
                       ? tr("Looking for the events to export …")
                       : tr("Exporting: %1 of %2 events.").arg(QLocale().toString(m_written), QLocale().toString(m_total));
    message.isUpdate = isUpdate;
    m_messages.show(message);
}

void ExportAction::tellEnd(const ExportOutcome &outcome)
{
    m_messages.clear(kSubject);
    if (outcome.error) {
        const bool stopped = outcome.error->code == ErrorCode::Cancelled;
        m_messages.show({kSubject,
                         stopped ? Tone::Accent : Tone::Warning,
                         plainText(outcome.error->userText),
                         {},
                         {},
                         stopped ? kStoppedMs : 0});
        return;
    }
    const QString file = plainText(QDir::toNativeSeparators(outcome.path));
    const bool har = m_format == ExportFormat::Har;
    QString text = har ? tr("%n attempt(s) were written to %1.", nullptr, asCount(outcome.attempts)).arg(file)
                       : tr("%n event(s) were written to %1.", nullptr, asCount(outcome.events)).arg(file);
    if (outcome.unreadable > 0) {
        text += u' ' + tr("%n of them had a payload that could not be read; they are there without it.", nullptr,
                          asCount(outcome.unreadable));
    }
    const bool whole = outcome.unreadable == 0;
    m_messages.show({kSubject, whole ? Tone::Good : Tone::Warning, text, {}, {}, whole ? kDoneMs : 0});
}

} // namespace segue
