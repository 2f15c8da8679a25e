using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>The refusals of storage alone.</summary>
internal static class StorageErrors
{
    /// <summary>413: one file is too large.</summary>
    public static AerostackError TooLarge(long limit) => Of(
        StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"A file has at most {limit} bytes."), "file_too_large");

    /// <summary>413: the files of the project are too large together.</summary>
    public static AerostackError QuotaExceeded(long limit) => Of(
        StatusCodes.Status413PayloadTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The files of a project have at most {limit} bytes together."),
        "quota_exceeded");

    /// <summary>415: not a form with parts.</summary>
    public static AerostackError NotMultipart() => Of(
        StatusCodes.Status415UnsupportedMediaType, "Send the file as 'multipart/form-data' with the parts 'file' and 'key'.", "not_multipart");

    private static AerostackError Of(int status, string message, string reason) => new(status, ErrorCodes.Validation, message) { Reason = reason };
}
