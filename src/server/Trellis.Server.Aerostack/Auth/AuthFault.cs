using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>Why somebody is not let in.</summary>
/// <param name="Status">The status.</param>
/// <param name="Code">The code for the clients of the platform surface (contract, section 3.6).</param>
/// <param name="PlainCode">The code for the clients of <c>/v1</c>, which know six and no more (section 3.2).</param>
/// <param name="Reason">The reason for programs that talk to <c>/v1</c>.</param>
/// <param name="Message">One sentence for people.</param>
internal sealed record AuthFault(int Status, string Code, string PlainCode, string Reason, string Message)
{
    /// <summary>The same for a user who does not exist and for a wrong password.</summary>
    public static AuthFault WrongCredentials { get; } = new(
        StatusCodes.Status401Unauthorized, ErrorCodes.InvalidCredentials, ErrorCodes.InvalidCredentials, "wrong_credentials", "The e-mail address or the password is wrong.");

    public static AuthFault UserExists { get; } = new(
        StatusCodes.Status409Conflict, "AUTH_USER_EXISTS", ErrorCodes.Validation, "user_exists", "A user with this e-mail address exists already.");

    public static AuthFault NotVerified { get; } = new(
        StatusCodes.Status403Forbidden, "AUTH_EMAIL_NOT_VERIFIED", ErrorCodes.Forbidden, "email_not_verified", "The e-mail address must be verified first.");

    public static AuthFault TokenExpired { get; } = new(
        StatusCodes.Status401Unauthorized, "AUTH_TOKEN_EXPIRED", ErrorCodes.InvalidCredentials, "token_expired", "The token has expired.");

    public static AuthFault TokenInvalid { get; } = new(
        StatusCodes.Status401Unauthorized, "AUTH_TOKEN_INVALID", ErrorCodes.InvalidCredentials, "token_invalid", "The token is not valid.");

    public static AuthFault CodeExpired { get; } = new(
        StatusCodes.Status400BadRequest, "AUTH_OTP_EXPIRED", ErrorCodes.Validation, "otp_expired", "The code has expired. Ask for a new one.");

    public static AuthFault CodeInvalid { get; } = new(
        StatusCodes.Status400BadRequest, "AUTH_OTP_INVALID", ErrorCodes.Validation, "otp_invalid", "The code is wrong.");

    public static AuthFault LinkInvalid { get; } = new(
        StatusCodes.Status400BadRequest, "AUTH_TOKEN_INVALID", ErrorCodes.Validation, "token_invalid", "The link is not valid any more. Ask for a new one.");

    public static AuthFault ResetInvalid { get; } = new(
        StatusCodes.Status400BadRequest, "AUTH_RESET_TOKEN_INVALID", ErrorCodes.Validation, "reset_token_invalid", "The link is not valid any more. Ask for a new one.");

    public static AuthFault WeakPassword { get; } = new(
        StatusCodes.Status400BadRequest,
        "AUTH_PASSWORD_WEAK",
        ErrorCodes.Validation,
        "password_weak",
        "A password has at least 8 characters, among them an upper-case letter, a lower-case letter and a digit.");
}
