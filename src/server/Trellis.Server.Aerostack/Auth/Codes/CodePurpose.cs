namespace Trellis.Server.Aerostack.Auth.Codes;

/// <summary>What a code or link is for; also the kind of the message that carries it.</summary>
internal static class CodePurpose
{
    public const string Otp = "otp";
    public const string VerifyEmail = "verify_email";
    public const string ResetPassword = "reset_password";
}
