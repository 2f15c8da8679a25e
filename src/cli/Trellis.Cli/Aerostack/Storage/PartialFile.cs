namespace Trellis.Cli.Aerostack.Storage;

/// <summary>A file that is seen under its own name only once all of it is there; until then it is beside it, under another one.</summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _partialPath;
    private bool _isKept;

    private PartialFile(string path, string partialPath, FileStream content) => (_path, _partialPath, Content) = (path, partialPath, content);

    /// <summary>What to write into.</summary>
    public FileStream Content { get; }

    /// <exception cref="IOException">There cannot be a file of this name.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    /// <exception cref="ArgumentException">It is no path.</exception>
    public static PartialFile Create(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(full)) throw new IOException($"'{path}' is a folder.");
        var partial = $"{full}.{Guid.NewGuid():N}.part";
        return new(full, partial, new FileStream(partial, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        }));
    }

    /// <summary>Gives the file its name.</summary>
    public async Task KeepAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        File.Move(_partialPath, _path, overwrite: true);
        _isKept = true;
    }

    /// <summary>Removes what was not kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        if (!_isKept) File.Delete(_partialPath);
    }
}
