namespace Trellis.Aerostack;

/// <summary>Puts the form of an upload together. Contract section 6.1.</summary>
internal static class UploadForm
{
    /// <exception cref="AerostackValidationException">The file has no name, or a media type that would break the form.</exception>
    public static MultipartForm Create(string key, UploadFile file, string? contentType, IProgress<TransferProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(file.Content);
        if (string.IsNullOrEmpty(file.FileName))
        {
            throw new AerostackValidationException("file", "must have a name");
        }

        var type = file.ContentType ?? FileTypes.Guess(file.FileName);
        if (type.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new AerostackValidationException("file", "must have a media type without line breaks");
        }

        // The file stands last, so that a server that reads the form as it arrives knows beforehand what it is.
        MultipartField[] fields = contentType is null ? [new("key", key)] : [new("key", key), new("contentType", contentType)];
        return new(fields, "file", file.FileName, type, new UploadSource(file.Content, progress), Correlation.NewId());
    }
}
