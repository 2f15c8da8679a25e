using System.Text;

namespace Trellis;

/// <summary>
/// A form with text fields and one file behind them, which is streamed (RFC 7578). It has one boundary for all attempts, so that they send
/// the same bytes.
/// </summary>
internal sealed class MultipartForm : IDisposable
{
    private readonly UploadSource _file;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    /// <summary>Makes a form.</summary>
    /// <param name="fields">The text fields, in their order.</param>
    /// <param name="name">The name of the file's field.</param>
    /// <param name="fileName">The file's name. Quotes in it are sent as <c>%22</c>, line breaks as <c>%0D</c> and <c>%0A</c>.</param>
    /// <param name="contentType">The file's media type.</param>
    /// <param name="file">The file's bytes; the form disposes it, and leaves the stream behind it open.</param>
    /// <param name="boundary">What parts the fields; must be in none of them.</param>
    public MultipartForm(
        IEnumerable<MultipartField> fields, string name, string fileName, string contentType, UploadSource file, string boundary)
    {
        _file = file;
        var head = new StringBuilder();
        foreach (var field in fields)
        {
            head.Append($"--{boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(field.Name)}\"\r\n\r\n{field.Value}\r\n");
        }

        head.Append($"--{boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"; filename=\"{Quoted(fileName)}\"\r\n");
        head.Append($"Content-Type: {contentType}\r\n\r\n");
        _head = Encoding.UTF8.GetBytes(head.ToString());
        _tail = Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n");
        ContentType = $"multipart/form-data; boundary={boundary}";
    }

    /// <summary>The value of the request's <c>Content-Type</c>.</summary>
    public string ContentType { get; }

    /// <summary>Whether it can be sent more than once.</summary>
    public bool CanRepeat => _file.CanRepeat;

    /// <summary>How many bytes it has; <see langword="null"/> when the file's stream does not know.</summary>
    public long? Length => _file.Length + _head.Length + _tail.Length;

    /// <summary>Sends it.</summary>
    /// <exception cref="IOException">The file was sent before and cannot be repeated, or has changed.</exception>
    public async ValueTask WriteToAsync(Stream stream, Transfer transfer, CancellationToken cancellationToken)
    {
        await transfer.WriteAsync(stream, _head, cancellationToken).ConfigureAwait(false);
        await _file.CopyToAsync(stream, transfer, cancellationToken).ConfigureAwait(false);
        await transfer.WriteAsync(stream, _tail, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="UploadSource.EndAsync"/>
    public ValueTask EndAsync(Transfer transfer) => _file.EndAsync(transfer);

    public void Dispose() => _file.Dispose();

    private static string Quoted(string text) => text
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
