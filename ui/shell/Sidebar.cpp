// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Sidebar.h"

#include "ui/widgets/Icons.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr int kRowHeight = 30;
constexpr int kHeadingHeight = 36;

class SidebarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int needed = option.fontMetrics.height() + 12;
        return {100, isHeading(index) ? std::max(kHeadingHeight, needed) : std::max(kRowHeight, needed)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isHeading(index)) {
            paintHeading(painter, option, index);
        } else {
            paintRow(painter, option, index);
        }
        painter->restore();
    }

private:
    static bool isHeading(const QModelIndex &index)
    {
        return index.data(SidebarModel::KindRole).toInt() == static_cast<int>(SidebarModel::Kind::Heading);
    }

    //! The place in a row of the window's direction; painting text mirrors the alignment by itself.
    static QRect mirrored(const QStyleOptionViewItem &option, const QRect &place)
    {
        return QStyle::visualRect(option.direction, option.rect, place);
    }

    static void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.85);
        font.setBold(true);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        painter->setFont(font);
        painter->setPen(toneColor(option.palette, Tone::Muted));
        painter->drawText(mirrored(option, option.rect.adjusted(16, 0, -12, -6)), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString().toUpper());
    }

    static void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const QRect plate = option.rect.adjusted(8, 1, -8, -1);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(surfaceColor(option.palette, selected ? Surface::Selected : Surface::Hover));
            painter->drawRoundedRect(plate, 6, 6);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(toneColor(option.palette, Tone::Accent));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const bool all = index.data(SidebarModel::KindRole).toInt() == static_cast<int>(SidebarModel::Kind::AllEvents);
        const QString icon = all ? QStringLiteral("log") : index.data(SidebarModel::StatusIconRole).toString();
        const Tone tone = all ? Tone::Plain : static_cast<Tone>(index.data(SidebarModel::StatusToneRole).toInt());
        const int iconSize = icon == QStringLiteral("dot") ? 12 : 16;
        QRect iconPlace(0, 0, iconSize, iconSize);
        iconPlace.moveCenter({plate.left() + 16, plate.center().y()});
        painter->drawPixmap(
            mirrored(option, iconPlace).topLeft(),
            Icons::pixmap(icon, toneColor(option.palette, tone), iconSize, painter->device()->devicePixelRatioF()));
        QRect rest = plate.adjusted(32, 0, -8, 0);
        const QString word = index.data(SidebarModel::StatusWordRole).toString();
        if (!word.isEmpty()) {
            QFont small = option.font;
            small.setPointSizeF(small.pointSizeF() * 0.88);
            small.setBold(true);
            painter->setFont(small);
            painter->setPen(
                toneColor(option.palette, static_cast<Tone>(index.data(SidebarModel::StatusWordToneRole).toInt())));
            // A long word leaves half the room to the name.
            const QFontMetrics metrics(small);
            const QString shown = metrics.elidedText(word, Qt::ElideRight, rest.width() / 2);
            painter->drawText(mirrored(option, rest), Qt::AlignRight | Qt::AlignVCenter, shown);
            rest.setRight(rest.right() - metrics.horizontalAdvance(shown) - 6);
        }
        QFont font = option.font;
        font.setBold(selected);
        painter->setFont(font);
        painter->setPen(toneColor(option.palette, Tone::Plain));
        painter->drawText(mirrored(option, rest), Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
    }
};

} // namespace

Sidebar::Sidebar(ConnectionStore &connections, SetupDraftStore &drafts, QWidget *parent)
    : QWidget(parent)
    , m_model(new SidebarModel(connections, drafts, this))
    , m_list(new QListView(this))
    , m_connections(connections)
{
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("connectionList"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SidebarDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);

    auto *add = new QPushButton(Icons::get(QStringLiteral("plus"), Tone::Accent), tr("New connection…"), this);
    add->setObjectName(QStringLiteral("newConnection"));
    add->setProperty("link", true);
    add->setShortcut(QKeySequence::New);
    add->setToolTip(tr("Add a Segment source (%1)").arg(add->shortcut().toString(QKeySequence::NativeText)));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 10);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 6, 8, 0);
    foot->addWidget(add);
    foot->addStretch();
    column->addLayout(foot);

    connect(add, &QPushButton::clicked, this, &Sidebar::newRequested);
    connect(m_list, &QListView::clicked, this, &Sidebar::openDraft);
    connect(m_list, &QListView::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        // A draft is only looked at by the arrow keys: opening it takes the list away.
        if (current.isValid() && m_model->kindAt(current) != SidebarModel::Kind::Draft &&
            m_model->idAt(current) != m_selected) {
            m_selected = m_model->idAt(current);
            Q_EMIT selectedChanged(m_selected);
        }
    });
    connect(m_model, &SidebarModel::modelReset, this, &Sidebar::reselect);
    reselect();
}

void Sidebar::select(const ConnectionId &id)
{
    m_list->setCurrentIndex(m_model->indexOf(id));
}

ConnectionId Sidebar::selected() const
{
    return m_selected;
}

void Sidebar::reselect()
{
    QModelIndex index = m_model->indexOf(m_selected);
    if (!index.isValid()) {
        index = m_model->index(0, 0);
    }
    m_list->setCurrentIndex(index);
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool draft = m_model->kindAt(m_list->currentIndex()) == SidebarModel::Kind::Draft;
        if (draft ? draftKeyPressed(key) : connectionKeyPressed(key)) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool Sidebar::draftKeyPressed(int key)
{
    if (key == Qt::Key_Delete) {
        Q_EMIT discardRequested(m_model->idAt(m_list->currentIndex()));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        openDraft(m_list->currentIndex());
        return true;
    }
    return false;
}

bool Sidebar::connectionKeyPressed(int key)
{
    if (!m_connections.find(m_selected)) {
        return false;
    }
    if (key == Qt::Key_Delete && m_selected != sandboxId()) {
        Q_EMIT removeRequested(m_selected);
        return true;
    }
    if (key == Qt::Key_F2 || key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT editRequested(m_selected);
        return true;
    }
    return false;
}

void Sidebar::openDraft(const QModelIndex &index)
{
    if (m_model->kindAt(index) == SidebarModel::Kind::Draft) {
        Q_EMIT draftRequested(m_model->idAt(index));
    }
}

void Sidebar::showDraftMenu(const ConnectionId &id, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(Icons::get(QStringLiteral("pencil")), tr("Go on with it"), this,
                    [this, id] { Q_EMIT draftRequested(id); });
    menu->addAction(Icons::get(QStringLiteral("trash")), tr("Discard…"), this,
                    [this, id] { Q_EMIT discardRequested(id); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void Sidebar::showMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    const ConnectionId id = m_model->idAt(index);
    if (m_model->kindAt(index) == SidebarModel::Kind::Draft) {
        showDraftMenu(id, at);
        return;
    }
    const auto connection = m_connections.find(id);
    if (!connection) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(Icons::get(QStringLiteral("pencil")), tr("Edit…"), this, [this, id] { Q_EMIT editRequested(id); });
    const bool paused = connection->paused;
    menu->addAction(Icons::get(paused ? QStringLiteral("play") : QStringLiteral("pause")),
                    paused ? tr("Resume sending") : tr("Pause sending"), this,
                    [this, id, paused] { Q_EMIT pauseRequested(id, !paused); });
    if (m_model->canBeTriedNow(id)) {
        menu->addAction(Icons::get(QStringLiteral("play")), tr("Try now"), this,
                        [this, id] { Q_EMIT tryNowRequested(id); });
    }
    if (!connection->isSandbox()) {
        menu->addSeparator();
        menu->addAction(Icons::get(QStringLiteral("trash")), tr("Remove…"), this,
                        [this, id] { Q_EMIT removeRequested(id); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

} // namespace segue
