using System.Globalization;

namespace Trellis;

/// <summary>The parts of which every platform's error messages are made.</summary>
internal static class FailureText
{
    /// <summary>What failed, and after how many attempts if there was more than one.</summary>
    public static string Failed(FailedCall call) =>
        call.Attempts > 1 ? $"{call.Operation} failed after {Number(call.Attempts)} attempts" : $"{call.Operation} failed";

    /// <summary>Scheme, host and port of where the request went.</summary>
    public static string Server(FailedCall call) => call.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>The end of a sentence: the message below, masked and in brackets, if there is one.</summary>
    public static string Because(ApiFailure failure, Redactor redactor) =>
        failure.Cause is { Message: var message } ? $" ({redactor.Redact(message).TrimEnd('.')})." : ".";

    /// <summary>The name of the clock that ran out.</summary>
    public static string Clock(ApiFailure failure) => failure.Timeout switch
    {
        TimeoutKind.Connect => "the connect timeout",
        TimeoutKind.Total => "the total timeout",
        TimeoutKind.StreamIdle => "the stream's idle timeout",
        _ => "the attempt timeout",
    };

    /// <summary>The server's own id of the request, in brackets, if it sent one.</summary>
    public static string RequestId(ErrorDetails details) => details.RequestId is { } id ? $" (request {id})" : "";

    /// <summary>An advice to come back later, if the server gave one.</summary>
    public static string RetryAfter(ErrorDetails details) => details.RetryAfter is { } wait ? $" Try again in {Seconds(wait)} s." : "";

    /// <summary>What the server said, as one sentence of bearable length.</summary>
    public static string Sentence(string text)
    {
        const int Longest = 500;
        text = text.Length switch
        {
            0 => "the server gave no reason",
            > Longest => $"{text[..Longest]}…",
            _ => text,
        };
        return text.EndsWith('.') ? text : $"{text}.";
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
