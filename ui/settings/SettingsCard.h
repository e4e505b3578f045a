// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QFrame>
#include <QHash>

#include <functional>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace segue {

class ToneLabel;

//! One subject of the Settings page: a title, its fields, each with a sentence that explains its default, the way back
//! to the defaults, and a line for what is wrong. A card saves as a whole, at once, and nothing while a field is wrong.
class SettingsCard : public QFrame
{
    Q_OBJECT
public:
    //! What is in a field of numbers.
    struct Number
    {
        QString name; //!< of the object
        QString label;
        QString unit; //!< behind the number
        int least = 0;
        int most = 0;
        QString why;  //!< one sentence on the default
        QString zero; //!< what the least one means; empty: itself
    };

    //! The object names begin with the card's.
    SettingsCard(const QString &name, const QString &title, QWidget *parent = nullptr);

    //! Shows what is saved.
    virtual void load() = 0;

protected:
    ToneLabel *addText(const QString &text);
    QCheckBox *addSwitch(const QString &name, const QString &text, const QString &why);
    QSpinBox *addNumber(const Number &number);
    QLineEdit *addLine(const QString &name, const QString &label, const QString &placeholder, const QString &why);
    void addWidget(QWidget *widget);
    //! For a card that has none.
    void hideDefaults();

    //! What the fields say is taken over, if it can be.
    virtual void save() = 0;
    virtual void useDefaults() = 0;
    //! Below the fields, or right below the one that it is about; empty: nothing to say.
    void say(const QString &text, Tone tone, const QWidget *field = nullptr);
    void setWrong(QWidget *field, bool wrong);
    //! What the fields emit meanwhile is no edit.
    void fill(const std::function<void()> &set);

private:
    void edited();
    void addWhy(QWidget *field, const QString &why);
    void sayRange(const QSpinBox *box);

    QVBoxLayout *m_column;
    QHash<const QWidget *, QWidget *> m_whys; //!< of each field: the text below it
    QPushButton *m_defaults;
    ToneLabel *m_message;
    bool m_filling = false;
};

} // namespace segue
