// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QMimeData;

namespace segue {

//! Where a person pastes or drops JSON. A text too large to be edited is taken all the same, and not shown: only its
//! size is. Bytes of a file are passed on as they are.
class PreviewText : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PreviewText(QWidget *parent = nullptr);

    //! Whether a text or a file can be taken from it.
    static bool canTake(const QMimeData &mime);
    //! Takes the text, or the first file's name, from what was pasted or dropped.
    void take(const QMimeData &mime);
    void setBytes(const QByteArray &bytes);
    //! What stands here, shown or not.
    QByteArray bytes() const { return m_bytes; }

Q_SIGNALS:
    void bytesChanged();
    //! A file of this name is to be read.
    void fileWanted(const QString &path);

protected:
    bool canInsertFromMimeData(const QMimeData *mime) const override;
    void insertFromMimeData(const QMimeData *mime) override;

private:
    void typed();

    QByteArray m_bytes;
    bool m_showsSize = false; //!< the text is too large to be shown
};

} // namespace segue
