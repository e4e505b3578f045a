// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ComparePage.h"

#include "app/exports/PlainText.h"
#include "app/segment/JsonDiff.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>

#include <algorithm>

namespace segue {

namespace {

enum Column { PathColumn, LeftColumn, RightColumn, ColumnCount };
constexpr qsizetype kLongestCell = 200;
constexpr qsizetype kLongestTip = 4000;
constexpr int kMostShown = 5000;
constexpr int kWidestPath = 160;
constexpr int kNarrowest = 40;

struct Sign
{
    QString icon;
    Tone tone;
    QString word;
};

} // namespace

ComparePage::ComparePage(QWidget *parent)
    : QWidget(parent)
    , m_close(new QPushButton(tr("End comparison"), this))
    , m_left(new ElidedLabel(Tone::Plain, this))
    , m_right(new ElidedLabel(Tone::Plain, this))
    , m_sign(new IconLabel(16, this))
    , m_verdict(new ToneLabel(Tone::Plain, this))
    , m_list(new QTreeWidget(this))
    , m_detail(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("comparePage"));
    setAccessibleName(tr("Comparison of two events"));
    m_close->setObjectName(QStringLiteral("endComparison"));
    m_close->setProperty("link", true);
    m_left->setObjectName(QStringLiteral("compareLeft"));
    m_right->setObjectName(QStringLiteral("compareRight"));
    m_verdict->setObjectName(QStringLiteral("compareVerdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setScale(1.0, true);
    m_list->setObjectName(QStringLiteral("differences"));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Path"), tr("First (A)"), tr("Second (B)")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle); // the end of a path says most
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(PathColumn, QHeaderView::Interactive);
    m_list->header()->setMinimumSectionSize(kNarrowest);
    m_list->header()->setStretchLastSection(false);
    m_detail->setObjectName(QStringLiteral("differenceDetail"));
    m_detail->setAccessibleName(tr("The chosen difference, whole"));
    m_detail->setReadOnly(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detail->setFixedHeight(m_detail->fontMetrics().lineSpacing() * 6 + 24);
    auto *copy = new QShortcut(QKeySequence::Copy, m_list);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, [this] {
        if (const QTreeWidgetItem *item = m_list->currentItem()) {
            QGuiApplication::clipboard()->setText(item->data(PathColumn, Qt::UserRole).toString() + u'\t' +
                                                  item->data(LeftColumn, Qt::UserRole).toString() + u'\t' +
                                                  item->data(RightColumn, Qt::UserRole).toString());
        }
    });
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(4, 8, 4, 4);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new ToneLabel(tr("A", "the first of two compared events"), Tone::Muted, this), 0, 0);
    grid->addWidget(m_left, 0, 1);
    grid->addWidget(m_close, 0, 2);
    grid->addWidget(new ToneLabel(tr("B", "the second of two compared events"), Tone::Muted, this), 1, 0);
    grid->addWidget(m_right, 1, 1, 1, 2);
    grid->addWidget(m_sign, 2, 0, Qt::AlignTop);
    grid->addWidget(m_verdict, 2, 1, 1, 2);
    grid->addWidget(m_list, 3, 0, 1, 3);
    grid->addWidget(m_detail, 4, 0, 1, 3);
    grid->setRowStretch(3, 1);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ComparePage::showDetail);
    connect(m_close, &QPushButton::clicked, this, &ComparePage::closeRequested);
}

void ComparePage::show(const ShownEvent &left, const ShownEvent &right)
{
    m_left->setFullText(left.title() + QStringLiteral(" · ") + left.time());
    m_right->setFullText(right.title() + QStringLiteral(" · ") + right.time());
    if (left.withheld || right.withheld) {
        m_list->clear();
        showDetail();
        m_sign->setIcon(QStringLiteral("eye-off"), Tone::Muted);
        m_verdict->setText(tr("A payload that is no JSON is not shown while identities are hidden."));
        return;
    }
    const JsonComparison comparison = compareJson(left.payload, right.payload);
    tell(comparison);
    fill(comparison);
}

void ComparePage::showDetail()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    m_detail->setVisible(item != nullptr);
    if (!item) {
        return;
    }
    const auto value = [item](Column column) {
        const QString text = item->data(column, Qt::UserRole).toString();
        return text.isEmpty() ? tr("(not there)") : plainTextCut(text, kLongestTip);
    };
    m_detail->setPlainText(plainText(item->data(PathColumn, Qt::UserRole).toString()) + QStringLiteral("\nA  ") +
                           value(LeftColumn) + QStringLiteral("\nB  ") + value(RightColumn));
}

void ComparePage::tell(const JsonComparison &comparison)
{
    const int count = static_cast<int>(comparison.differences.size());
    if (!comparison.readable) {
        m_sign->setIcon(QStringLiteral("warning"), Tone::Warning);
        m_verdict->setText(comparison.isEqual()
                               ? tr("No JSON, and the same bytes")
                               : tr("One of them is no JSON: only the bytes as a whole can be compared"));
    } else if (comparison.isEqual()) {
        m_sign->setIcon(QStringLiteral("check"), Tone::Good);
        m_verdict->setText(tr("The same: every value is written alike"));
    } else if (comparison.isEqualButForIdsAndTimes()) {
        m_sign->setIcon(QStringLiteral("check"), Tone::Good);
        m_verdict->setText(tr("The same but for message id and times"));
    } else {
        m_sign->setIcon(QStringLiteral("compare"), Tone::Accent);
        m_verdict->setText(tr("%n difference(s)", nullptr, count) + QStringLiteral(" · ") +
                           tr("%n value(s) alike", nullptr, comparison.same));
    }
}

void ComparePage::fill(const JsonComparison &comparison)
{
    using Kind = JsonDifference::Kind;
    const auto signOf = [](Kind kind) -> Sign {
        switch (kind) {
        case Kind::Added:
            return {QStringLiteral("plus"), Tone::Good, tr("only in B")};
        case Kind::Removed:
            return {QStringLiteral("minus"), Tone::Bad, tr("only in A")};
        case Kind::Changed:
            break;
        }
        return {QStringLiteral("pencil"), Tone::Warning, tr("changed")};
    };
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const JsonDifference &each : comparison.differences.mid(0, kMostShown)) {
        const Sign sign = signOf(each.kind);
        const QString path = plainText(each.path);
        const QString left = QString::fromUtf8(each.left);
        const QString right = QString::fromUtf8(each.right);
        auto *item = new QTreeWidgetItem({path.isEmpty() ? tr("(whole text)") : path, plainTextCut(left, kLongestCell),
                                          plainTextCut(right, kLongestCell)});
        item->setIcon(PathColumn, Icons::get(sign.icon, sign.tone));
        item->setData(PathColumn, Qt::AccessibleDescriptionRole, sign.word);
        item->setToolTip(PathColumn, QString(path + QStringLiteral(": ") + sign.word).toHtmlEscaped());
        item->setToolTip(LeftColumn, plainTextCut(left, kLongestTip).toHtmlEscaped());
        item->setToolTip(RightColumn, plainTextCut(right, kLongestTip).toHtmlEscaped());
        item->setData(PathColumn, Qt::UserRole, each.path);
        item->setData(LeftColumn, Qt::UserRole, left);
        item->setData(RightColumn, Qt::UserRole, right);
        if (each.incidental) {
            for (int column = 0; column < ColumnCount; ++column) {
                item->setForeground(column, toneColor(QGuiApplication::palette(), Tone::Muted));
            }
        }
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    m_list->resizeColumnToContents(PathColumn);
    m_list->setColumnWidth(PathColumn, std::min(m_list->columnWidth(PathColumn), std::max(kWidestPath, width() / 3)));
    if (!items.isEmpty()) {
        m_list->setCurrentItem(items.first());
    }
    showDetail();
}

} // namespace segue
