namespace Trellis.Aerostack;

/// <summary>A file to be uploaded. Contract section 6.</summary>
/// <param name="FileName">Its name; must not be empty. Its ending tells the media type when nothing else does.</param>
/// <param name="Content">
/// Its bytes, from where the stream stands. The stream stays open, and must not be used until the call is over. One that can seek is sent
/// with its length, and again on a retry; another is sent in chunks, once.
/// </param>
/// <param name="ContentType">The media type that the part itself has; <see langword="null"/> for the one that its name suggests.</param>
public sealed record UploadFile(string FileName, Stream Content, string? ContentType = null);
