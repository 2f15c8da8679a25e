using System.Globalization;

namespace Trellis.Cli;

/// <summary>
/// Shows people on standard error how far a transfer has come: on a terminal a bar that goes away at the end, anywhere else one line. It
/// is told as often as bytes go and draws a few times a second, so that drawing does not slow the transfer down.
/// </summary>
internal sealed class TransferBar : IProgress<TransferProgress>, IAsyncDisposable
{
    private const int Width = 24;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _shown;
    private long _transferred;
    private long _total = -1;

    private TransferBar(CliHost host, string what)
    {
        if (host.ErrorStyle.IsAnsi)
        {
            _shown = DrawAsync(host, what, _end.Token);
            return;
        }

        host.Error.WriteLine($"{TerminalText.Line(what)} ...");
        _shown = Task.CompletedTask;
    }

    /// <param name="host">Where it is shown.</param>
    /// <param name="what">What the program does, such as <c>Uploading report.pdf</c>.</param>
    public static TransferBar Start(CliHost host, string what) => new(host, what);

    /// <summary>Takes note of how far the transfer has come. Safe for concurrent use.</summary>
    public void Report(TransferProgress value)
    {
        Interlocked.Exchange(ref _total, value.Total ?? -1);
        Interlocked.Exchange(ref _transferred, value.Transferred);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _shown.ConfigureAwait(false);
        _end.Dispose();
    }

    /// <summary>What the bar says.</summary>
    internal static string Line(string what, TransferProgress progress, TimeSpan elapsed)
    {
        var rate = elapsed.TotalSeconds >= 1 ? $", {ByteSize.ForPeople((long)(progress.Transferred / elapsed.TotalSeconds))}/s" : "";
        var done = ByteSize.ForPeople(progress.Transferred);
        if (progress.Total is not { } total) return $"{what} {done}{rate}";
        var part = total == 0 ? 1 : Math.Clamp((double)progress.Transferred / total, 0, 1);
        var bar = new string('#', (int)(part * Width)).PadRight(Width, '-');
        return string.Create(CultureInfo.InvariantCulture, $"{what} [{bar}] {(int)(part * 100)} % {done} of {ByteSize.ForPeople(total)}{rate}");
    }

    private async Task DrawAsync(CliHost host, string what, CancellationToken end)
    {
        var started = host.Time.GetTimestamp();
        using var timer = new PeriodicTimer(Interval, host.Time);
        try
        {
            do
            {
                var total = Interlocked.Read(ref _total);
                var progress = new TransferProgress(Interlocked.Read(ref _transferred), total < 0 ? null : total);
                await host.Error.WriteAsync($"\r\e[K{Line(TerminalText.Line(what), progress, host.Time.GetElapsedTime(started))}").ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(end).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            await host.Error.WriteAsync("\r\e[K").ConfigureAwait(false);
        }
    }
}
