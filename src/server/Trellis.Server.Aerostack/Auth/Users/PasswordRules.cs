using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Auth.Users;

/// <summary>What a new password must be. The platform surface asks for more than <c>/v1</c> (contract, section 2.3.1).</summary>
internal static class PasswordRules
{
    public const int Shortest = 8;
    public const int Longest = 1024;

    /// <summary>Reads a password that is to be set. Its length is an error of the field.</summary>
    public static string ReadNew(Fields fields, string name) => fields.Has(name) ? fields.OptionalText(name, Longest, Shortest) ?? "" : Missing(fields, name);

    /// <summary>Reads a password that is to be checked.</summary>
    public static string Read(Fields fields) => fields.Has("password") ? fields.OptionalText("password", Longest) ?? "" : Missing(fields, "password");

    /// <summary>Whether a password has letters of both cases and a digit.</summary>
    public static bool IsStrong(string password) => password.Any(char.IsUpper) && password.Any(char.IsLower) && password.Any(char.IsDigit);

    private static string Missing(Fields fields, string name)
    {
        fields.Errors.Add(name, "is required");
        return "";
    }
}
