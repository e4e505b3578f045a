// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ExportDialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace segue {

ExportDialog::ExportDialog(const Counts &counts, ExportFormat format, bool hideIdentities, QWidget *parent)
    : QDialog(parent)
    , m_selected(new QRadioButton(this))
    , m_filtered(new QRadioButton(this))
    , m_formats(new QButtonGroup(this))
    , m_hide(new QCheckBox(tr("Hide identities"), this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export events"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_hide->setObjectName(QStringLiteral("exportHideIdentities"));
    m_hide->setAccessibleName(m_hide->text());
    m_hide->setToolTip(tr("Masks ids, e-mail addresses, phone numbers and traits, in payloads too"));
    m_hide->setChecked(hideIdentities);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *go = buttons->addButton(tr("Choose a file…"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("exportChooseFile"));
    go->setAccessibleName(go->text());
    go->setProperty("primary", true);
    go->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("exportCancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    column->addWidget(makeWhat(counts));
    column->addWidget(makeFormats(format));
    column->addWidget(m_hide);
    column->addStretch(1);
    column->addWidget(buttons);
}

QWidget *ExportDialog::makeWhat(const Counts &counts)
{
    auto *box = new QGroupBox(tr("Which events"), this);
    m_selected->setObjectName(QStringLiteral("exportSelected"));
    m_selected->setText(tr("Selected rows (%1)").arg(QLocale().toString(counts.selected)));
    m_filtered->setObjectName(QStringLiteral("exportFiltered"));
    m_filtered->setText(tr("All that the filter means (%1)").arg(QLocale().toString(counts.filtered)));
    auto *column = new QVBoxLayout(box);
    for (QRadioButton *button : {m_selected, m_filtered}) {
        button->setAccessibleName(button->text());
        column->addWidget(button);
    }
    m_selected->setEnabled(counts.selected > 0);
    // One row is selected as soon as one is looked at; more were selected on purpose.
    (counts.selected > 1 ? m_selected : m_filtered)->setChecked(true);
    return box;
}

QWidget *ExportDialog::makeFormats(ExportFormat format)
{
    auto *box = new QGroupBox(tr("As"), this);
    auto *column = new QVBoxLayout(box);
    struct Choice
    {
        ExportFormat format;
        QString name;
        QString text;
    };
    const Choice choices[] = {
        {ExportFormat::Ndjson, QStringLiteral("exportNdjson"), tr("NDJSON: one event a line, payloads as they are")},
        {ExportFormat::Csv, QStringLiteral("exportCsv"), tr("CSV: for a spreadsheet")},
        {ExportFormat::Har, QStringLiteral("exportHar"), tr("HAR: their attempts, requests and answers")},
    };
    for (const Choice &choice : choices) {
        auto *button = new QRadioButton(choice.text, box);
        button->setObjectName(choice.name);
        button->setAccessibleName(choice.text);
        button->setChecked(choice.format == format);
        m_formats->addButton(button, static_cast<int>(choice.format));
        column->addWidget(button);
    }
    return box;
}

bool ExportDialog::onlySelected() const
{
    return m_selected->isChecked();
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_formats->checkedId());
}

bool ExportDialog::hideIdentities() const
{
    return m_hide->isChecked();
}

} // namespace segue
