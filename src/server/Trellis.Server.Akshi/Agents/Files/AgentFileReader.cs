namespace Trellis.Server.Akshi.Agents.Files;

/// <summary>Opens files for agents, within the fence. Safe for concurrent use.</summary>
internal static class AgentFileReader
{
    /// <summary>
    /// Opens a file; null when it has vanished, cannot be read, or is reached by a link now. It is looked at after it was opened: a link that
    /// somebody put there meanwhile opens nothing.
    /// </summary>
    public static FileStream? Open(FileFence fence, FoundFile file)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(file.FullPath, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            });
            if (!fence.HasLink(file.FullPath))
                return stream;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody else's file: it is there again at a later tick, or not.
        }

        stream?.Dispose();
        return null;
    }
}
