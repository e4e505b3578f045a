// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupDraft.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace segue {

class AppContext;
class ChoiceRow;
class ToneLabel;

//! What a connection is called and where it leads: environment, name with the warehouse schema that follows from it,
//! region or endpoint. While nobody has typed a name, the one that goes with the environment stands there.
class NameFields : public QWidget
{
    Q_OBJECT
public:
    explicit NameFields(AppContext &context, QWidget *parent = nullptr);

    void show(const SetupDraft &draft);
    void read(SetupDraft &draft) const;
    void focusFirst();

Q_SIGNALS:
    void changed();
    void returnPressed();

private:
    ToneLabel *addField(QVBoxLayout *column, const QString &text, QWidget *field);
    void suggest();
    void refresh();

    AppContext &m_context;
    ConnectionId m_id;
    bool m_nameTyped = false;
    bool m_showing = false;
    ChoiceRow *m_environment;
    QLineEdit *m_name;
    ToneLabel *m_nameLabel = nullptr;
    ToneLabel *m_schema;
    ChoiceRow *m_region;
    QLineEdit *m_endpoint;
    ToneLabel *m_regionRemark;
};

} // namespace segue
