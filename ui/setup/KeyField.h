// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"
#include "app/secrets/SecretAccess.h"

#include <QWidget>

class QLineEdit;
class QTimer;
class QToolButton;

namespace segue {

class AppContext;
class ToneLabel;
enum class Tone;

//! A field for a write key: masked, trimmed when pasted, remarks on its shape in place, and what will become of it. A kept
//! key is shown only on demand and masks itself after 10 s.
class KeyField : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kShownMs = 10'000;

    explicit KeyField(AppContext &context, QWidget *parent = nullptr);

    //! Empty and ready for a new key. `kept`: one is said to be in the keychain under the name.
    void reset(const SecretName &name, bool kept);
    //! Keys of another endpoint have no shape to hold them to.
    void setAnyShape(bool anyShape);
    //! What was typed or pasted; empty when nothing was.
    Secret typed() const;
    bool isEdited() const;
    //! There is a key to be had: typed, or kept.
    bool hasKey() const { return m_kept || isEdited(); }
    //! Forgets what was typed, after it was stored.
    void stored(bool sessionOnly);

Q_SIGNALS:
    void edited();
    void returnPressed();
    //! What was typed is the kept key from now on.
    void kept();

private:
    void toggleShown(bool shown);
    void mask();
    void readKept();
    void textEdited(const QString &text);
    void remark();
    QString whereItGoes() const;
    void sayWhereItIs();
    void say(const QString &text, Tone tone, bool wrong = false);

    AppContext &m_context;
    SecretName m_name;
    QLineEdit *m_edit;
    QToolButton *m_show;
    ToneLabel *m_remark;
    QTimer *m_maskTimer;
    bool m_kept = false;
    bool m_edited = false;
    bool m_anyShape = false;
    int m_generation = 0;
};

} // namespace segue
