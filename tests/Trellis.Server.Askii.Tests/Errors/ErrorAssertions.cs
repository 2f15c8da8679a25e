using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Errors;

/// <summary>What refusals look like.</summary>
internal static class ErrorAssertions
{
    public static void ShouldBeUnauthorized(this Answer answer, string detail)
    {
        answer.Status.ShouldBe(401, answer.Text);
        answer.ShouldBeDetail(detail);
    }

    public static void ShouldBeDetail(this Answer answer, string detail)
    {
        answer.Members.ShouldBe(["detail"]);
        answer.Detail!.GetValue<string>().ShouldBe(detail);
        answer.ContentType.ShouldBe("application/json");
    }

    /// <summary>An error in OpenAI's shape.</summary>
    public static void ShouldBeOpenAiError(this Answer answer, int status, string type, string? code, string? param = null)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.Members.ShouldBe(["error"]);
        answer.Error.Select(static member => member.Key).ShouldBe(["message", "type", "param", "code"]);
        answer.Error["type"]!.GetValue<string>().ShouldBe(type);
        answer.Error["code"]?.GetValue<string>().ShouldBe(code);
        answer.Error["param"]?.GetValue<string>().ShouldBe(param);
        answer.ContentType.ShouldBe("application/json");
    }
}
