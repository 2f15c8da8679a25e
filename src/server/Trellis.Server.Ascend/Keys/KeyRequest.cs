using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Keys;

/// <summary>The body of a request for a key (contract, section 2.14).</summary>
internal sealed record KeyRequest
{
    private const int DefaultDays = 365;
    private const int MostDays = 3650;
    private const int DefaultWindow = 3600;
    private const string Permissions = "permissions";

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required CallerRole Role { get; init; }

    public required int Days { get; init; }

    public long? RateLimit { get; init; }

    /// <summary>Seconds.</summary>
    public long? RateLimitWindow { get; init; }

    /// <summary>Reads a body. What is wrong is added to the fields' errors.</summary>
    public static KeyRequest Read(Fields fields)
    {
        var limit = fields.Nested("rate_limit");
        var requests = limit.OptionalInteger("max_requests", 1, 100_000);
        var window = limit.OptionalInteger("window_seconds", 1, 86_400);
        if (fields.Has("rate_limit") && requests is null)
            fields.Errors.Add("rate_limit.max_requests", "is required");

        return new KeyRequest
        {
            Name = fields.Text("name"),
            Description = fields.OptionalText("description", 2000),
            Role = ReadRole(fields),
            Days = (int)(fields.OptionalInteger("expires_in_days", 1, MostDays) ?? DefaultDays),
            RateLimit = requests,
            RateLimitWindow = requests is null ? null : window ?? DefaultWindow,
        };
    }

    // Permissions that this server could not hold a key to are refused: ignored, they would promise what is not kept.
    private static CallerRole ReadRole(Fields fields)
    {
        var role = RoleName.Read(fields) ?? CallerRole.Agent;
        if (!fields.Has(Permissions))
            return role;

        if (fields.OptionalTexts(Permissions) is not { Count: > 0 } permissions
            || !permissions.All(static permission => permission.EndsWith(":read", StringComparison.OrdinalIgnoreCase)))
        {
            fields.Errors.Add(Permissions, "may only be of the form category:read, for a key that may only read; leave them out for an agent's key");
        }

        return CallerRole.User;
    }
}
