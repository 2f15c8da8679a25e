using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Content;
using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Risk;

/// <summary>An action, read once: its texts sorted by the checks they go through, and the facts of its context.</summary>
/// <remarks>Holds rented memory until it is disposed.</remarks>
internal ref struct ActionReading : IDisposable
{
    private TextBuffer _names;
    private TextBuffer _data;
    private TextBuffer _prompts;
    private TextBuffer _code;
    private ContextFacts _facts;

    /// <summary>Reads an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="actionClass">Its class: of an action that runs code, every parameter is looked at as code.</param>
    /// <exception cref="InvalidOperationException">A text holds half of a surrogate pair.</exception>
    public static ActionReading Of(ProposedAction action, ActionClass actionClass)
    {
        var reading = default(ActionReading);
        try
        {
            reading.Read(action, actionClass);
            return reading;
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    /// <summary>What names the action's object: the resource and the description.</summary>
    public readonly ReadOnlySpan<char> Names => _names.Written;

    /// <summary>The facts of the context.</summary>
    public readonly ContextFacts Facts => _facts;

    /// <summary>Whether anything looks like sensitive data.</summary>
    public readonly bool HoldsSensitiveData() => SensitiveDataPatterns.OccurIn(_names.Written) || SensitiveDataPatterns.OccurIn(_data.Written);

    /// <summary>Checks the prompts; null when there are none.</summary>
    public ContentCheck? CheckPrompts() => Check(ref _prompts, Blanks.InProse, PromptRules.All);

    /// <summary>Checks commands and code; null when there are none.</summary>
    public ContentCheck? CheckCode() => Check(ref _code, Blanks.InCode, CodeRules.All);

    /// <inheritdoc/>
    public void Dispose()
    {
        _names.Dispose();
        _data.Dispose();
        _prompts.Dispose();
        _code.Dispose();
    }

    private static ContentCheck? Check(ref TextBuffer text, Blanks blanks, ContentRuleSet rules)
    {
        if (text.IsEmpty)
            return null;

        text.Collapse(blanks);
        return rules.Check(text.Written, text.IsCut);
    }

    private void Read(ProposedAction action, ActionClass actionClass)
    {
        _names.Add(action.Resource);
        _names.Add(action.Description);
        if (action.ResourceId is not null)
            _data.Add(action.ResourceId);

        if (action.Details.ValueKind == JsonValueKind.Object)
        {
            var always = actionClass == ActionClass.Code ? TextKinds.Code : TextKinds.None;
            foreach (var member in action.Details.EnumerateObject())
            {
                _facts.TakeParameter(member);
                ReadValue(member.Value, ParameterNames.KindsOf(member) | always, isData: true);
            }
        }

        if (action.Context.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in action.Context.EnumerateObject())
            {
                _facts.TakeContext(member);
                ReadValue(member.Value, ParameterNames.KindsOf(member) & TextKinds.Prompt, isData: false);
            }
        }
    }

    // A member of an object is what its own name or the object's name says. The context's texts (addresses, user agents, sessions) are no
    // data of the action, so only what is a prompt among them is looked at.
    private void ReadValue(JsonElement value, TextKinds kinds, bool isData)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                if (isData || kinds != TextKinds.None)
                    _data.Add(value);
                if ((kinds & TextKinds.Prompt) != 0)
                    _prompts.Add(value);
                if ((kinds & TextKinds.Code) != 0)
                    _code.Add(value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    ReadValue(item, kinds, isData);
                break;
            case JsonValueKind.Object:
                var allowed = isData ? TextKinds.Prompt | TextKinds.Code : TextKinds.Prompt;
                foreach (var member in value.EnumerateObject())
                    ReadValue(member.Value, kinds | (ParameterNames.KindsOf(member) & allowed), isData);
                break;
        }
    }
}
