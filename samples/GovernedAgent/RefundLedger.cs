using System.Globalization;
using System.Text;

namespace Trellis.Samples.GovernedAgent;

/// <summary>
/// What was paid back, a line each, on the disk before it counts. It refuses to pay more for an order than was paid, and knows each request
/// again, so that the sample can be started anew at any moment. Safe for concurrent use, by one process.
/// </summary>
internal sealed class RefundLedger : IDisposable
{
    private const string Heading = "request_id,order_id,amount,currency,action_id,booked_at";

    private readonly Lock _lock = new();
    private readonly HashSet<string> _requests = [];
    private readonly Dictionary<string, decimal> _refunded = [];
    private readonly FileStream _file;
    private readonly TimeProvider _time;

    /// <summary>Opens the ledger, or begins one.</summary>
    /// <exception cref="IOException">The file is another's, or another process has it open.</exception>
    public RefundLedger(string path, TimeProvider time)
    {
        _time = time;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            Load(path);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Whether a request was paid already.</summary>
    public bool Has(string requestId)
    {
        lock (_lock) return _requests.Contains(requestId);
    }

    /// <summary>Pays. When this returns, it is on the disk.</summary>
    /// <exception cref="RefundException">The ledger refuses, and nothing was paid.</exception>
    public void Book(RefundRequest request, string actionId)
    {
        lock (_lock)
        {
            var refunded = _refunded.GetValueOrDefault(request.OrderId);
            if (refunded + request.Amount > request.Paid)
            {
                throw new RefundException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{request.OrderId} was paid {request.Paid} {request.Currency}, of which {refunded} were refunded; {request.Amount} are too much."));
            }

            var at = _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            Append(CsvLine.Join(request.Id, request.OrderId, request.Amount.ToString(CultureInfo.InvariantCulture), request.Currency, actionId, at));
            Count(request.Id, request.OrderId, request.Amount);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Load(string path)
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);

        // A line without its end is one that the last run did not finish writing: it was never paid.
        var complete = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        _file.SetLength(complete);
        _file.Position = complete;
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(0, complete)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            Append(Heading);
        }
        else if (lines[0] != Heading)
        {
            throw new IOException($"'{path}' is not a ledger.");
        }

        foreach (var line in lines.Skip(1))
        {
            var values = CsvLine.Split(line);
            Count(values[0], values[1], decimal.Parse(values[2], CultureInfo.InvariantCulture));
        }
    }

    private void Append(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes($"{line}\n"));
        _file.Flush(flushToDisk: true);
    }

    private void Count(string requestId, string orderId, decimal amount)
    {
        _requests.Add(requestId);
        _refunded[orderId] = _refunded.GetValueOrDefault(orderId) + amount;
    }
}
