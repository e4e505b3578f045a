// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"
#include "app/segment/WriteKeyProbe.h"
#include "app/setup/KeyAnswers.h"

#include <QWidget>

#include <memory>
#include <optional>

class QPushButton;

namespace segue {

class AppContext;
class IconLabel;
class KeyField;
class ToneLabel;

//! Beneath a key's field: asks Segment about the typed key, or the kept one, when a person wants it. Says before what
//! asking does with the key; hidden for other endpoints, whose keys are shown to nobody. The answer goes with the key.
class KeyProbeLine : public QWidget
{
    Q_OBJECT
public:
    //! The field is borrowed.
    KeyProbeLine(AppContext &context, KeyField &field, QWidget *parent = nullptr);
    ~KeyProbeLine() override;

    //! Whose key it is, and where it is said to belong.
    void setTarget(const ConnectionId &id, Endpoint::Region region);
    //! The connection is set to another region now; what was answered is judged anew.
    void setRegion(Endpoint::Region region);
    //! What is being asked is given up; the page is left.
    void stop();

Q_SIGNALS:
    //! Segment answered about the key that is kept.
    void answered(const segue::KeyProbeAnswer &answer);

private:
    void ask();
    void send(const Secret &key, bool typed);
    void take(const KeyProbeAnswer &answer, bool typed);
    void couldNotRead(const QString &why);
    void tell(const KeyProbeAnswer &answer);
    void forget();
    void show(const std::optional<KeyProbeAnswer> &answer);
    void refresh();
    QString regionSentence(Endpoint::Region named) const;

    AppContext &m_context;
    KeyField &m_field;
    ConnectionId m_id;
    Endpoint::Region m_region = Endpoint::Region::Other;
    std::unique_ptr<WriteKeyProbe> m_probe;
    std::optional<KeyProbeAnswer> m_ofTyped; //!< about a key that is not kept yet
    quint64 m_turn = 0;                      //!< late answers are dropped
    bool m_asking = false;
    QPushButton *m_ask;
    ToneLabel *m_before;
    QWidget *m_result;
    IconLabel *m_icon;
    ToneLabel *m_verdict;
    ToneLabel *m_sentence;
    ToneLabel *m_regionRemark;
};

} // namespace segue
