namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// The columns of the current row as an engine reads them. Reading a null, or a value of another type, throws
/// <see cref="InvalidCastException"/> on every engine.
/// </summary>
internal interface ISqlColumns
{
    bool IsNull(int column);

    string Text(int column);

    byte[] Utf8(int column);

    long Integer(int column);

    double Real(int column);

    byte[] Bytes(int column);
}
