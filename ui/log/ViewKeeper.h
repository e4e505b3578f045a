// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"

#include <optional>
#include <vector>

class QTableView;

namespace segue {

//! What a person has before them in the log: the topmost row in sight, the current one, the selected ones. Noted before
//! the rows change, and found again afterwards, by entry. The view and the model are borrowed.
class ViewKeeper
{
public:
    //! More selected rows than this are not selected again after everything has been read anew.
    static constexpr int kMostSelected = 1'000;

    ViewKeeper(QTableView &view, const EventLogModel &model);

    //! Before rows come or go, or everything changes.
    void note();
    //! After rows have come or gone: how many pixels down the noted row stands now; nothing when it need not be moved.
    std::optional<int> placeNow(int rowHeight) const;
    //! After everything has changed: selects again what is still there.
    void selectAgain() const;

    std::optional<EntryId> current() const { return m_current; }

private:
    //! The row of the entry, or of the one that follows it.
    int rowNear(EntryId id) const;

    QTableView &m_view;
    const EventLogModel &m_model;
    std::optional<EntryId> m_top;
    int m_topRow = 0;
    int m_offset = 0; //!< how much of the topmost row is above the edge
    int m_column = 0;
    std::optional<EntryId> m_current;
    std::vector<EntryId> m_selected;
};

} // namespace segue
