namespace Trellis.Server.Kernel.Blobs;

/// <summary>
/// Blobs as files, in 256 folders by the beginning of their names. A file gets its name once it is whole and flushed, and the folder is
/// flushed after that.
/// </summary>
internal sealed class FileBlobVolume : IBlobVolume
{
    private const string Unfinished = ".part";
    private const int FolderDigits = 2;
    private const int CopyBytes = 128 * 1024;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    private readonly string _root;

    /// <summary>Makes the folder if it is missing.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public FileBlobVolume(string root)
    {
        _root = Path.GetFullPath(root);
        Create(_root);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(string id, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        var folder = Path.GetDirectoryName(path)!;
        Create(folder);
        var unfinished = path + Unfinished;
        try
        {
            await using (var file = new FileStream(unfinished, WriteOptions()))
            {
                await content.CopyToAsync(file, CopyBytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: false);
            DirectorySync.Flush(folder);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(string id, long offset, long? length, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            file = new FileStream(PathOf(id), ReadOptions());
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }

        file.Position = offset;
        return Task.FromResult<Stream?>(length is { } bytes ? new BoundedStream(file, bytes) : file);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path + Unfinished);
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private static void Create(string folder)
    {
        if (Directory.Exists(folder))
            return;

        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerFolder);
        if (Path.GetDirectoryName(folder) is { } parent)
            DirectorySync.Flush(parent);
    }

    // The content is copied in large pieces already.
    private static FileStreamOptions WriteOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        return options;
    }

    // Whoever reads does not keep the file from being removed.
    private static FileStreamOptions ReadOptions() => new()
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        BufferSize = 0,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    };

    private string PathOf(string id)
    {
        BlobId.ThrowIfNotOne(id);
        return Path.Combine(_root, id[..FolderDigits], id);
    }
}
