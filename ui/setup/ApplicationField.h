// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace segue {

class AppContext;
class ApplicationChooser;
class ToneLabel;

//! The code of a Pushwoosh application as a person types it, with a remark when its shape is odd; below it, on demand, the
//! applications of the account, which fill it in.
class ApplicationField : public QWidget
{
    Q_OBJECT
public:
    //! Without the list.
    explicit ApplicationField(QWidget *parent = nullptr);
    explicit ApplicationField(AppContext &context, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    //! Opens the list when the last application was chosen from it.
    void openAsBefore();
    //! Ends what is under way for the list, which closes. It does so by itself when it is hidden.
    void leave();
    void focusFirst();

Q_SIGNALS:
    void changed();
    //! Return was pressed in the field, or an application of the list settled on.
    void returnPressed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    ApplicationField(AppContext *context, QWidget *parent);
    void lay();
    void addList();
    void showList(bool shown);
    void take(const QString &code);
    void remark();

    AppContext *m_context; //!< null: without the list
    QLineEdit *m_edit;
    QPushButton *m_toggle;
    ToneLabel *m_remark;
    ApplicationChooser *m_list = nullptr;
};

} // namespace segue
