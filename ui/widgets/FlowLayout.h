// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace segue {

//! Items side by side as long as there is room, then on the next line; from the right in a right-to-left window.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(int gap, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    //! Gives the height that is needed; moves the items when asked to.
    int place(const QRect &whole, bool move) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
};

} // namespace segue
