// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ChoiceList.h"

#include "ui/widgets/Tone.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace segue {

namespace {

constexpr int kPadding = 10;
constexpr int kGap = 14;
constexpr int kRowPadding = 12;
constexpr int kShownRows = 7;

class ChoiceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + kRowPadding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QRect plate = option.rect.adjusted(3, 1, -3, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(surfaceColor(option.palette, chosen ? Surface::Selected : Surface::Hover));
            painter->drawRoundedRect(plate, 5, 5);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(toneColor(option.palette, Tone::Accent));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        paintTexts(painter, option, plate.adjusted(kPadding - 3, 0, 3 - kPadding, 0), index, chosen);
        painter->restore();
    }

private:
    // The mark keeps its room, then the detail up to a half, then the name.
    static void paintTexts(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
                           const QModelIndex &index, bool chosen)
    {
        QFont bold = option.font;
        bold.setBold(chosen);
        const QFontMetrics plain(option.font);
        const QString mark =
            plain.elidedText(index.data(ChoiceList::MarkRole).toString(), Qt::ElideRight, room.width() / 2);
        const int markWidth = mark.isEmpty() ? 0 : plain.horizontalAdvance(mark) + kGap;
        const QString detail = plain.elidedText(index.data(ChoiceList::DetailRole).toString(), Qt::ElideRight,
                                                (room.width() - markWidth) / 2);
        const int detailWidth = detail.isEmpty() ? 0 : plain.horizontalAdvance(detail) + kGap;
        const int nameRoom = std::max(0, room.width() - markWidth - detailWidth);
        const QString name = QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, nameRoom);
        const auto put = [&](int left, int width, const QFont &font, Tone tone, const QString &text) {
            const QRect place(room.left() + left, room.top(), width, room.height());
            painter->setFont(font);
            painter->setPen(toneColor(option.palette, tone));
            painter->drawText(
                QStyle::visualRect(option.direction, room, place),
                static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter), text);
        };
        put(0, nameRoom, bold, Tone::Plain, name);
        put(QFontMetrics(bold).horizontalAdvance(name) + kGap, detailWidth, option.font, Tone::Muted, detail);
        put(room.width() - markWidth + kGap, markWidth - kGap, option.font, Tone::Accent, mark);
    }
};

} // namespace

ChoiceList::ChoiceList(QWidget *parent)
    : QListView(parent)
{
    setProperty("choices", true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setItemDelegate(new ChoiceDelegate(this));
    connect(this, &QListView::doubleClicked, this, &ChoiceList::settle);
}

QSize ChoiceList::sizeHint() const
{
    const int rows = model() == nullptr ? kShownRows : std::clamp(model()->rowCount(), 2, kShownRows);
    return {400, rows * (fontMetrics().height() + kRowPadding) + 10};
}

QString ChoiceList::chosenId() const
{
    const QModelIndexList rows = selectionModel() == nullptr ? QModelIndexList() : selectionModel()->selectedIndexes();
    return rows.isEmpty() ? QString() : rows.first().data(IdRole).toString();
}

void ChoiceList::choose(const QString &id)
{
    m_choosing = true;
    clearSelection();
    if (!id.isEmpty() && model()->rowCount() > 0) {
        const QModelIndexList found =
            model()->match(model()->index(0, 0), IdRole, id, 1, Qt::MatchFixedString | Qt::MatchWrap);
        if (!found.isEmpty()) {
            setCurrentIndex(found.first());
            scrollTo(found.first());
        }
    }
    m_choosing = false;
}

void ChoiceList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (!m_choosing && !selected.isEmpty()) {
        Q_EMIT chosen(selected.indexes().constFirst().data(IdRole).toString());
    }
}

void ChoiceList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        currentIndex().isValid()) {
        settle(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void ChoiceList::settle(const QModelIndex &index)
{
    if (index.isValid()) {
        setCurrentIndex(index);
        Q_EMIT settled(index.data(IdRole).toString());
    }
}

} // namespace segue
