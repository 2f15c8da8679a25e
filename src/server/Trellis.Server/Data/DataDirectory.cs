namespace Trellis.Server;

/// <summary>The directory that holds all the server keeps, held exclusively for as long as this object lives.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private DataDirectory(string path, bool isTemporary)
    {
        Path = path;
        IsTemporary = isTemporary;
        _lock = Hold(path);
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Whether it is removed when this object is disposed.</summary>
    public bool IsTemporary { get; }

    /// <summary>Opens a directory and makes it if it is missing, for its owner alone.</summary>
    /// <param name="path">The directory; null for a fresh one that is removed when this object is disposed.</param>
    /// <exception cref="ServerStartException">The directory cannot be made or written to, or another server holds it.</exception>
    public static DataDirectory Open(string? path)
    {
        try
        {
            return path is null
                ? new DataDirectory(Directory.CreateTempSubdirectory("trellis-").FullName, isTemporary: true)
                : new DataDirectory(Create(path), isTemporary: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ServerStartException(
                ServerStartFailure.DataDirectory, $"The data directory '{path ?? System.IO.Path.GetTempPath()}' cannot be used: {error.Message}", error);
        }
    }

    public string FilePath(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (IsTemporary)
            Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    private static string Create(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(full);
        else
            Directory.CreateDirectory(full, OwnerOnly);
        return full;
    }

    private static FileStream Hold(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        try
        {
            return new FileStream(System.IO.Path.Combine(path, DataFiles.Lock), options);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new ServerStartException(
                ServerStartFailure.DataDirectory,
                $"Another server uses the data directory '{path}' ({DataFiles.Lock} is held). Stop it, or choose another directory with --data.",
                error);
        }
    }
}
