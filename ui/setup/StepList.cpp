// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/StepList.h"

#include "ui/widgets/Icons.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace segue {

namespace {

enum Role { ShownRole = Qt::UserRole, DoneRole, OpenRole };

constexpr int kRowHeight = 36;
constexpr int kCircle = 20;
constexpr int kTick = 12;

class StepDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, std::max(kRowHeight, option.fontMetrics.height() + 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool shown = index.data(ShownRole).toBool();
        const bool finished = index.data(DoneRole).toBool();
        const QString sign = finished                       ? QStringLiteral("check")
                             : index.data(OpenRole).toBool() ? QStringLiteral("minus")
                                                             : QString();
        const bool reachable = index.flags().testFlag(Qt::ItemIsEnabled);
        const QRect plate = option.rect.adjusted(8, 2, -8, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (shown || (reachable && option.state.testFlag(QStyle::State_MouseOver))) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(surfaceColor(option.palette, shown ? Surface::Selected : Surface::Hover));
            painter->drawRoundedRect(plate, 6, 6);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(toneColor(option.palette, Tone::Accent));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const bool rightToLeft = option.direction == Qt::RightToLeft;
        QRect circle(0, 0, kCircle, kCircle);
        circle.moveCenter(QPoint(rightToLeft ? plate.right() - 8 - kCircle / 2 : plate.left() + 8 + kCircle / 2,
                                 plate.center().y()));
        paintCircle(painter, option, circle, index.row() + 1, shown || finished, sign);
        QFont font = option.font;
        font.setBold(shown);
        painter->setFont(font);
        painter->setPen(toneColor(option.palette, reachable ? Tone::Plain : Tone::Muted));
        const int gap = kCircle + 16;
        const QRect rest = rightToLeft ? plate.adjusted(8, 0, -gap, 0) : plate.adjusted(gap, 0, -8, 0);
        const Qt::Alignment side = (rightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        painter->drawText(rest, static_cast<int>(side),
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }

private:
    static void paintCircle(QPainter *painter, const QStyleOptionViewItem &option, const QRect &circle, int number,
                            bool filled, const QString &sign)
    {
        const QColor muted = toneColor(option.palette, Tone::Muted);
        const QColor primary = surfaceColor(option.palette, Surface::Primary);
        const QColor onPrimary = surfaceColor(option.palette, Surface::PrimaryText);
        painter->setPen(filled ? QPen(Qt::NoPen) : QPen(muted));
        painter->setBrush(filled ? QBrush(primary) : QBrush(Qt::NoBrush));
        painter->drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
        if (!sign.isEmpty()) {
            QRect tick(0, 0, kTick, kTick);
            tick.moveCenter(circle.center());
            painter->drawPixmap(tick.topLeft(), Icons::pixmap(sign, filled ? onPrimary : muted, kTick,
                                                              painter->device()->devicePixelRatioF()));
            return;
        }
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        small.setBold(true);
        painter->setFont(small);
        painter->setPen(filled ? onPrimary : muted);
        painter->drawText(circle, Qt::AlignCenter, QLocale().toString(number));
    }
};

} // namespace

StepList::StepList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("stepList"));
    setAccessibleName(tr("Steps"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setItemDelegate(new StepDelegate(this));
    for (int i = 0; i < kSetupSteps; ++i) {
        m_model->appendRow(new QStandardItem(stepName(static_cast<SetupStep>(i), m_region)));
    }
    setModel(m_model);
    connect(this, &QListView::clicked, this, &StepList::choose);
}

QString StepList::stepName(SetupStep step, Endpoint::Region region)
{
    switch (step) {
    case SetupStep::Name:
        return tr("Name", "step of the setup");
    case SetupStep::Segment:
        return region == Endpoint::Region::Other ? tr("Write key", "step of the setup")
                                                 : tr("Segment", "step of the setup");
    case SetupStep::Application:
        return tr("Application", "step of the setup");
    case SetupStep::Events:
        return tr("Events", "step of the setup");
    case SetupStep::Apply:
        return tr("Apply", "step of the setup");
    case SetupStep::Prove:
        return tr("Prove", "step of the setup");
    case SetupStep::Done:
        break;
    }
    return tr("Done", "step of the setup");
}

void StepList::show(SetupStep shown, SetupStep furthest)
{
    m_shown = shown;
    for (int i = 0; i < kSetupSteps; ++i) {
        m_model->item(i)->setEnabled(static_cast<SetupStep>(i) <= furthest);
    }
    refresh();
    setCurrentIndex(m_model->index(static_cast<int>(shown), 0));
}

void StepList::setStandings(const SetupProgress::Standings &standings, Endpoint::Region region)
{
    m_standings = standings;
    m_region = region;
    refresh();
}

void StepList::refresh()
{
    using SetupProgress::Standing;
    for (int i = 0; i < kSetupSteps; ++i) {
        QStandardItem *item = m_model->item(i);
        const auto step = static_cast<SetupStep>(i);
        const bool isShown = step == m_shown;
        const Standing standing = isShown ? Standing::Ahead : m_standings.at(static_cast<std::size_t>(i));
        const QString name = stepName(step, m_region);
        const QString text = isShown ? tr("Step %1 of %2, %3, shown", "numbers, name of the step")
                             : standing == Standing::Done
                                 ? tr("Step %1 of %2, %3, done", "numbers, name of the step")
                             : standing == Standing::Open
                                 ? tr("Step %1 of %2, %3, passed by", "numbers, name of the step")
                                 : tr("Step %1 of %2, %3", "numbers, name of the step");
        item->setText(name);
        item->setData(isShown, ShownRole);
        item->setData(standing == Standing::Done, DoneRole);
        item->setData(standing == Standing::Open, OpenRole);
        item->setToolTip(standing == Standing::Open ? tr("Passed by: not all of it is done") : QString());
        item->setData(text.arg(i + 1).arg(kSetupSteps).arg(name), Qt::AccessibleTextRole);
    }
}

void StepList::choose(const QModelIndex &index)
{
    if (index.isValid() && index.flags().testFlag(Qt::ItemIsEnabled)) {
        Q_EMIT chosen(static_cast<SetupStep>(index.row()));
    }
}

void StepList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        choose(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace segue
