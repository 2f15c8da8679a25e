using System.Globalization;

namespace Trellis.Samples.GovernedAgent;

/// <summary>Reads the requests, and says in which line something is wrong.</summary>
internal static class RefundFile
{
    private const string Heading =
        "request_id,order_id,customer_id,ordered_on,requested_at,paid,amount,currency,reason,channel,destination,flags,note";

    /// <exception cref="FormatException">A line is not a request.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<RefundRequest> Read(string path)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : throw new FileNotFoundException($"There is no file '{path}'.");
        if (lines is not [Heading, ..])
        {
            throw new FormatException($"{path}: the first line must be '{Heading}'.");
        }

        var requests = new List<RefundRequest>(lines.Length);
        var ids = new HashSet<string>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            try
            {
                var request = Parse(CsvLine.Split(lines[i]));
                requests.Add(ids.Add(request.Id) ? request : throw new FormatException($"the request '{request.Id}' is there twice"));
            }
            catch (FormatException e)
            {
                throw new FormatException($"{path}, line {i + 1}: {e.Message}.", e);
            }
        }

        return requests;
    }

    private static RefundRequest Parse(List<string> values)
    {
        if (values is not [var id, var order, var customer, var ordered, _, var paid, var amount, var currency, var reason, var channel, var destination, var flags, var note])
        {
            throw new FormatException($"there are {values.Count} values and not 13");
        }

        if (!ReferenceRates.Knows(currency))
        {
            throw new FormatException($"there is no rate for '{currency}'");
        }

        return new(
            id,
            order,
            customer,
            DateOnly.ParseExact(ordered, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Money(paid),
            Money(amount),
            currency,
            reason,
            channel,
            destination,
            flags.Split(';', StringSplitOptions.RemoveEmptyEntries),
            note);
    }

    private static decimal Money(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? amount
            : throw new FormatException($"'{text}' is not an amount");
}
