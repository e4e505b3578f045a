// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <array>
#include <optional>

namespace segue {

//! How many events were received in each of some equal spans of time, by what became of them. A value.
struct RateSeries
{
    enum Kind { Good, Pending, Failed, Other, KindCount };
    using Counts = std::array<qint64, KindCount>;

    qint64 end = 0;          //!< where the last span ends, ms since 1970 UTC
    qint64 span = 5'000;     //!< ms that each covers
    QList<Counts> spans;     //!< oldest first
    double perSecond = 0;    //!< now
    qint64 failedLately = 0; //!< in the last 5 minutes

    qint64 begin() const { return end - span * spans.size(); }
    static qint64 total(const Counts &counts);
    bool operator==(const RateSeries &) const = default;
};

//! Events over the last minutes as thin stacked bars, the number per second beside them. Dragging chooses a range of
//! time; so do the arrow keys (with Shift they widen it) and Enter; Esc drops it.
//! Painted by hand and not by QCustomPlot: some bars need no plotting library, which would cost start-up and memory.
class RatePlot : public QWidget
{
    Q_OBJECT
public:
    explicit RatePlot(QWidget *parent = nullptr);

    void setSeries(const RateSeries &series);
    const RateSeries &series() const { return m_series; }
    //! In words: "12 per second now, 3 failed in the last 5 minutes".
    QString sentence() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! Received at or after `since` and before `until`, ms since 1970 UTC.
    void rangeChosen(qint64 since, qint64 until);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Marked
    {
        int anchor = 0;
        int end = 0;

        int first() const { return std::min(anchor, end); }
        int last() const { return std::max(anchor, end); }
    };
    QRectF barsRect() const;
    QRectF spanRect(int index) const;
    int spanAt(int x) const;
    int spanCount() const { return static_cast<int>(m_series.spans.size()); }
    void choose();
    void describe();
    void paintBars(QPainter &painter) const;
    QString rateText() const;

    RateSeries m_series;
    std::optional<Marked> m_marked;
    bool m_dragging = false;
    QElapsedTimer m_described;
};

} // namespace segue
