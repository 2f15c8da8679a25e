using System.Globalization;
using System.Text;

namespace Trellis.Server.Console.Platforms;

/// <summary>A form with a file, as the platforms take it (RFC 7578), around bytes that are not there yet.</summary>
internal sealed class MultipartUpload
{
    private readonly string _boundary = $"trellis-{Guid.NewGuid():N}";
    private readonly StringBuilder _fields = new();

    /// <summary>The type of the body.</summary>
    public string ContentType => $"multipart/form-data; boundary={_boundary}";

    /// <summary>Adds a field, before the file.</summary>
    /// <param name="name">A name without quotes or line ends.</param>
    /// <param name="value">Any text.</param>
    public MultipartUpload Add(string name, string value)
    {
        _fields.Append(CultureInfo.InvariantCulture, $"--{_boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        return this;
    }

    /// <summary>The body. The file's own name is left out: the platforms ask for a key.</summary>
    /// <param name="file">The bytes of the file.</param>
    public Stream Around(Stream file)
    {
        var before = $"{_fields}--{_boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n";
        return new JoinedStream(new MemoryStream(Encoding.UTF8.GetBytes(before)), file, new MemoryStream(Encoding.UTF8.GetBytes($"\r\n--{_boundary}--\r\n")));
    }
}
