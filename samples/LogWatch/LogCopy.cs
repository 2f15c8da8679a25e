namespace Trellis.Samples.LogWatch;

/// <summary>A copy of a log that is made in two parts, as if the log had grown meanwhile.</summary>
internal sealed class LogCopy
{
    private readonly string _source;
    private readonly string _target;
    private readonly long _copied;

    private LogCopy(string source, string target, long copied) => (_source, _target, _copied) = (source, target, copied);

    /// <summary>Copies the first nine tenths, up to the end of a line.</summary>
    public static LogCopy Begin(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var from = File.OpenRead(source);
        var end = EndOfLine(from, from.Length / 10 * 9);
        from.Position = 0;
        using var to = File.Create(target);
        var buffer = new byte[81920];
        while (to.Length < end)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, end - to.Length));
            if (read == 0) break;
            to.Write(buffer, 0, read);
        }

        return new(source, target, to.Length);
    }

    /// <summary>Copies the rest.</summary>
    public void Complete()
    {
        using var from = File.OpenRead(_source);
        from.Position = _copied;
        using var to = new FileStream(_target, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        from.CopyTo(to);
    }

    private static long EndOfLine(FileStream file, long position)
    {
        file.Position = position;
        int next;
        do
        {
            next = file.ReadByte();
        }
        while (next is not ('\n' or -1));

        return file.Position;
    }
}
