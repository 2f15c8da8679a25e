using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Identity;

/// <summary>Roles on the wire.</summary>
internal static class RoleName
{
    /// <summary>The word for a role.</summary>
    public static string Of(CallerRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Reads the member <c>role</c>; null when it is missing or none of the words.</summary>
    public static CallerRole? Read(Fields fields) => fields.OptionalWord("role", "agent", "user", "manager", "admin") switch
    {
        "agent" => CallerRole.Agent,
        "user" => CallerRole.User,
        "manager" => CallerRole.Manager,
        "admin" => CallerRole.Admin,
        _ => null,
    };
}
