using System.Globalization;

namespace Trellis.Askii;

/// <summary>What can be known to be wrong with a request before it is sent (contract section 2.2).</summary>
internal static class RequestValidation
{
    /// <exception cref="AskiiValidationException">Something is wrong; every field that is stands in the exception.</exception>
    public static void Check(ProvisionKeyRequest request)
    {
        List<AskiiFieldError>? errors = null;
        if (request.DurationDays is < 1 or > ProvisionKeyRequest.MaxDurationDays)
        {
            Add("duration_days", string.Create(
                CultureInfo.InvariantCulture, $"must be from 1 to {ProvisionKeyRequest.MaxDurationDays}, but is {request.DurationDays}"));
        }

        if (request.MemoryMode is { IsKnown: false } mode)
        {
            Add("memory_mode", $"must be pkg, ckg or all, but is '{mode}'");
        }

        if (request.MaxBudget < 0)
        {
            Add("max_budget", "must not be negative");
        }

        if (errors is not null)
        {
            var first = errors[0];
            throw new AskiiValidationException($"Nothing was sent: {first.Path} {first.Message}.", errors);
        }

        void Add(string field, string message) => (errors ??= []).Add(new(["body", field], message, "value_error"));
    }
}
