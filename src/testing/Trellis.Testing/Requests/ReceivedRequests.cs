using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Trellis.Testing;

/// <summary>
/// What a <see cref="TrellisServer"/> has received, in order of arrival, and what a test expects of it. Safe for
/// concurrent use. Routes are written as for a <see cref="Fault"/>.
/// </summary>
public sealed class ReceivedRequests
{
    private readonly Lock _lock = new();
    private readonly List<ReceivedRequest> _requests = [];

    internal ReceivedRequests()
    {
    }

    /// <summary>All of them. A copy.</summary>
    public IReadOnlyList<ReceivedRequest> All
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Those of a route.</summary>
    /// <param name="route">A method and a path, as in <c>POST /platform/list-keys</c>; <c>*</c> stands for any run of characters.</param>
    /// <exception cref="ArgumentException">The route is none.</exception>
    public IReadOnlyList<ReceivedRequest> Of(string route)
    {
        var parsed = ServerRoute.Parse(route);
        return [.. All.Where(request => parsed.Matches(request.Method, request.Path))];
    }

    /// <summary>The only one of a route.</summary>
    /// <inheritdoc cref="Of" path="/param|/exception"/>
    /// <exception cref="ReceivedRequestException">There were none or several; the message lists what was received.</exception>
    public ReceivedRequest Single(string route)
    {
        ShouldContain(route, times: 1);
        return Of(route)[0];
    }

    /// <summary>Expects that a route was asked.</summary>
    /// <param name="route">A method and a path, as in <c>POST /platform/list-keys</c>; <c>*</c> stands for any run of characters.</param>
    /// <param name="times">How often exactly; null for at least once.</param>
    /// <exception cref="ArgumentException">The route is none.</exception>
    /// <exception cref="ReceivedRequestException">It was not so; the message lists what was received.</exception>
    public void ShouldContain(string route, int? times = null)
    {
        var count = Of(route).Count;
        if (times is null ? count == 0 : count != times)
            throw Unmet($"{route} was expected {(times is null ? "at least once" : Times(times.Value))} and received {Times(count)}");
    }

    /// <summary>Expects that a route was never asked.</summary>
    /// <inheritdoc cref="Of" path="/param|/exception"/>
    /// <exception cref="ReceivedRequestException">It was; the message lists what was received.</exception>
    public void ShouldNotContain(string route) => ShouldContain(route, times: 0);

    /// <summary>Forgets them all, to look at what comes next.</summary>
    public void Clear()
    {
        lock (_lock)
            _requests.Clear();
    }

    internal ReceivedRequest Add(HttpRequest request, int mostBytes)
    {
        lock (_lock)
        {
            var received = new ReceivedRequest(_requests.Count + 1, request, mostBytes);
            _requests.Add(received);
            return received;
        }
    }

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    private ReceivedRequestException Unmet(string what)
    {
        if (All is not [_, ..] all)
            return new ReceivedRequestException($"{what}. Nothing was received.");

        var message = new StringBuilder(what).Append(". Received so far:");
        foreach (var request in all)
            message.AppendLine().Append(CultureInfo.InvariantCulture, $"  {request.Number}. {request}");
        return new ReceivedRequestException(message.ToString());
    }
}
