namespace Trellis.Cli.Aerostack.Storage;

/// <summary>
/// A file that is seen under its own name only once all of it is there; until then it is beside it, under another one. A link stays a
/// link, and a device is written to as it is: it must not be replaced by a file.
/// </summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private readonly string _path;
    private bool _isSettled;

    private PartialFile(string path, FileStream content, bool isDevice) => (_path, Content, _isSettled) = (path, content, isDevice);

    /// <summary>What to write into.</summary>
    public FileStream Content { get; }

    /// <exception cref="IOException">There cannot be a file of this name.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    /// <exception cref="ArgumentException">It is no path.</exception>
    public static PartialFile Create(string path)
    {
        var named = new FileInfo(path);
        var full = named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(full)) throw new IOException($"'{path}' is a folder.");
        return IsDevice(full)
            ? new(full, Open(full, FileMode.Open), isDevice: true)
            : new(full, Open($"{full}.{Guid.NewGuid():N}.part", FileMode.CreateNew), isDevice: false);
    }

    /// <summary>Gives the file its name.</summary>
    public async Task KeepAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        if (!_isSettled) File.Move(Content.Name, _path, overwrite: true);
        _isSettled = true;
    }

    /// <summary>Removes what was not kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        if (!_isSettled) File.Delete(Content.Name);
    }

    // Unix has its devices in one place, and files in memory below it.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static FileStream Open(string path, FileMode mode) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.Write,
        Options = FileOptions.Asynchronous,
        BufferSize = 0,
    });
}
