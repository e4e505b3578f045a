// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/settings/SettingsCard.h"

class QCheckBox;
class QPushButton;

namespace segue {

//! Through which proxy the system leads to Segment, and the name and password that it may ask for. Which proxy it is,
//! is the system's to say.
class ProxySettings : public SettingsCard
{
    Q_OBJECT
public:
    explicit ProxySettings(AppContext &context, QWidget *parent = nullptr);

    //! Asks the system anew.
    void load() override;
    void focusEntry();

protected:
    void save() override {}
    void useDefaults() override {}

private:
    QWidget *makeForm();
    void showProxy(const ProxyName &proxy);
    void showStanding();
    void readKept();
    void showKept(const Result<ProxyAccess::Kept> &kept);
    void give();
    void given(const Result<ProxyAccess::Outcome> &outcome);
    void forget();
    void setBusy(bool busy);
    void typed();

    AppContext &m_context;
    ProxyName m_proxy;
    quint64 m_turn = 0; //!< answers to an older question are late
    bool m_isBusy = false;
    ToneLabel *m_which;
    ToneLabel *m_state;
    QWidget *m_form = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace segue
